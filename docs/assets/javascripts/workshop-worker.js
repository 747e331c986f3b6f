/*! County customer service handbook: generated from web/; do not edit */
var d=self,k=`
import sys
sys.path.insert(0, "/handbook/hooks")
from handbook.workshop.bridge import Bridge
Bridge()
`,w=`
import os, typst._typst
os.unlink(typst._typst.__file__)
`,s="",u={},i=null,y=null,g=null;d.addEventListener("message",async({data:{id:r,name:t,request:n,file:e}})=>{try{let[o,a]=t==="start"?await m(JSON.parse(n)):await P(t,n,e);d.postMessage({kind:"answer",id:r,value:o,content:a},[a.buffer])}catch(o){d.postMessage({kind:"failure",id:r,message:A(o)})}});async function m(r){s=r.parts;let t=await fetch(`${s}parts.json`,{cache:"no-cache"});if(!t.ok)throw new Error("The parts of the workshop aren't on this site.");u=await t.json(),h("Loading Python",0);let{loadPyodide:n}=await import(`${s}pyodide.js`),e=await n({indexURL:s});return i=e,e.unpackArchive(await p("libraries.zip","Loading the libraries"),"zip",{extractDir:"/"}),e.unpackArchive(await p("handbook.zip","Loading the handbook"),"zip",{extractDir:"/"}),h("Reading and checking the handbook",1),y=e.runPython(k),["{}",new Uint8Array]}async function P(r,t,n){if(!y||!i)throw new Error("The workshop isn't ready yet.");(r==="sheet"||/"format": ?"print"/.test(t))&&await v();let e=y.call(r,t,i.toPy(n)),[o,a]=e.toJs();return e.destroy(),[o,a.slice()]}function v(){return g??=p("print.zip","Loading what makes PDFs").then(r=>{i?.unpackArchive(r,"zip",{extractDir:"/"}),i?.runPython(w)}),g}async function p(r,t){let{size:n=0,mark:e=""}=u[r]??{},o=await fetch(`${s}${r}?${e}`);if(!o.ok||!o.body)throw new Error(`${r} can't be loaded. Check the connection, then start again.`);let a=new Uint8Array(n),l=0,f=o.body.getReader();for(let c=await f.read();!c.done;c=await f.read())a.set(c.value,l),l+=c.value.length,h(t,l/n);return a.buffer}function h(r,t){d.postMessage({kind:"progress",step:r,loaded:t,total:1})}function A(r){let t=String(r instanceof Error?r.message:r).trim().split(`
`),n=t[t.length-1]??"Something went wrong.",e=/^ValueError: (.+)/.exec(n)?.[1];return e||console.error(r),e??n}
