// SPDX-License-Identifier: Apache-2.0
// Lays out a request of factline-layout with elkjs: elk.mjs REQUEST.json. Prints nothing.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const ELK = createRequire(process.cwd() + '/')('elkjs/lib/elk.bundled.js');
const request = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const graph = {
  id: 'map',
  layoutOptions: {'elk.algorithm': 'layered', 'elk.direction': 'RIGHT'},
  children: request.boxes.map(([width, height], i) => ({id: `n${i}`, width, height})),
  edges: request.links.map(([from, to], i) => ({id: `e${i}`, sources: [`n${from}`], targets: [`n${to}`]})),
};
const result = await new ELK().layout(graph);
if (result.children.some(({x, y}) => !Number.isFinite(x) || !Number.isFinite(y))) process.exit(1);
