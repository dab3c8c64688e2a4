// docxtemplater: opened and compiled anew for each document, as its manual has it.
"use strict";
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");

require("./answering")((template, data) => {
  const file = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  file.render(data);
  return file.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
});
