// easy-template-x: one handler for all documents.
"use strict";
const { TemplateHandler } = require("easy-template-x");

const handler = new TemplateHandler();
require("./answering")((template, data) => handler.process(template, data));
