// carbone: opens the template's file itself. Compared only: its licence is no open one.
"use strict";
const { promisify } = require("node:util");
const carbone = require("carbone");

const render = promisify(carbone.render);
require("./answering")((_template, data, path) => render(path, data));
