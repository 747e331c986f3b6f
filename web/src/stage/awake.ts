// Keeps the screen on where the browser allows it.

/** Keeps it on until the function that this gives is called. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null
  let over = false

  async function ask(): Promise<void> {
    if (over || document.visibilityState !== "visible") return
    lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null
    if (over) void lock?.release()
  }

  void ask()
  document.addEventListener("visibilitychange", ask) // a tab that was hidden has lost it
  return () => {
    over = true
    document.removeEventListener("visibilitychange", ask)
    void lock?.release()
  }
}
