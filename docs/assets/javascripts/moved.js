/*! County customer service handbook: generated from web/; do not edit */
"use strict";(()=>{function e(t,h){return t?.dataset[h]??""}location.replace(e(document.currentScript,"to")+location.hash);})();
