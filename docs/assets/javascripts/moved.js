/*! County customer service handbook: generated from web/; do not edit */
"use strict";(()=>{function e(n,t){return n?.dataset[t]??""}location.replace(e(document.currentScript,"to")+location.hash);})();
