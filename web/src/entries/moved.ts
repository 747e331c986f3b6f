// Runs on the page left at an old address: leads on with the anchor, which the page's own way on would lose.
const script = document.currentScript as HTMLScriptElement
location.replace((script.getAttribute("data-to") ?? "") + location.hash)
