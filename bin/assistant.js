#!/usr/bin/env node
/** `assistant <verb>`: builds the program when its sources are newer than dist/, then runs it. */
const path = require('node:path');
const { buildWhenStale } = require('../scripts/build.js');

buildWhenStale()
  .then(() => require(path.join(__dirname, '..', 'dist', 'assistant.js')).main(process.argv.slice(2)))
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
