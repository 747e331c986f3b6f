/*! County customer service handbook: generated from web/; do not edit */
"use strict";(()=>{var t=document.currentScript;location.replace((t.getAttribute("data-to")??"")+location.hash);})();
