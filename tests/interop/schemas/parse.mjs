// SPDX-License-Identifier: Apache-2.0
// parse.mjs FILE...: reads AsyncAPI documents with the parser of AsyncAPI itself; says what it objects to and ends with 1.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const parser = new Parser();
let failed = false;
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await parser.parse(readFileSync(file, "utf8"));
  for (const finding of diagnostics.filter((each) => each.severity === 0)) {
    failed = true;
    console.log(`${file}: ${finding.path.join("/")}: ${finding.message}`);
  }
  if (document)
    for (const operation of document.operations().all())
      console.log(`${operation.action()} ${operation.channels().all().map((each) => each.address())} ` +
        operation.messages().all().map((each) => each.name()).join(","));
  else failed = true;
}
process.exit(failed ? 1 : 0);
