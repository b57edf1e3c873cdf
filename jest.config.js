const compiled = (parser) => [
  '@swc/jest',
  {
    jsc: {
      parser,
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];
/** Libraries that come as ES modules, which jest does not load as they are. */
const modules = [
  'diff',
  'echarts',
  'jose',
  'oauth4webapi',
  'openid-client',
  'preact',
  'preact-render-to-string',
  'zod-openapi',
  'zrender',
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.ts$': compiled({ syntax: 'typescript' }),
    '^.+\\.tsx$': compiled({ syntax: 'typescript', tsx: true }),
    '^.+\\.m?js$': compiled({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${modules.join('|')})/)`],
  globalSetup: '<rootDir>/test/support/buildOnce.js',
  reporters: ['default', '<rootDir>/test/support/plainSummary.js'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
