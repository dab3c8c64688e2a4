// Renders whenever the bench asks, one line of JSON at a time, and tells the milliseconds it took.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { createInterface } = require("node:readline");

console.log = console.error; // what a library logs is no answer
const kept = new Map();

function once(path, read) {
  if (!kept.has(path)) kept.set(path, read(readFileSync(path)));
  return kept.get(path);
}

module.exports = async function answering(render) {
  for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    let told;
    try {
      const template = once(asked.template, (bytes) => bytes);
      const data = once(asked.data, JSON.parse);
      const begun = performance.now();
      const file = await render(template, data, asked.template);
      told = { milliseconds: performance.now() - begun };
      if (asked.out) writeFileSync(asked.out, file);
    } catch (fault) {
      told = { fault: String(fault.message ?? fault) };
    }
    process.stdout.write(JSON.stringify(told) + "\n");
  }
};
