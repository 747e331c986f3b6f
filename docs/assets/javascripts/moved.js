/*! County customer service handbook: generated from web/; do not edit */
"use strict";(()=>{function e(t,n){return t?.dataset[n]??""}location.replace(e(document.currentScript,"to")+location.hash);})();
