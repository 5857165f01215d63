// The arrows of the house (docs: README, "The house"). `npm run lint:arrows` follows the imports and refuses
// any that goes against them. Tests beside the code may reach further, as each rule says.
const folders = ['domain', 'workflows', 'activities', 'adapters', 'db', 'worker', 'api', 'web', 'infra', 'e2e', 'bench'];
const test = '\\.test\\.tsx?$|/testing/|/contract-tests?/';

/** Only these folders, besides its own, may be imported from `folder`. */
function mayImport(folder, allowed, comment) {
  const forbidden = folders.filter((name) => name !== folder && !allowed.includes(name));
  return {
    name: `${folder}-imports`,
    comment,
    severity: 'error',
    from: { path: `^${folder}/`, pathNot: test },
    to: { path: `^(${forbidden.join('|')})/` },
  };
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Two files that need each other are one, or hide a third.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', comment: 'Every import leads somewhere.', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },

    mayImport('domain', [], 'The law and the court: pure functions and data.'),
    {
      name: 'domain-is-pure', comment: 'No clock, no network, no Temporal: zod alone.', severity: 'error',
      from: { path: '^domain/', pathNot: test }, to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: 'node_modules/zod/' },
    },
    mayImport('workflows', ['domain', 'activities'], 'What Temporal runs: the domain, and the types of activities.'),
    {
      name: 'workflows-take-types-of-activities', comment: 'An activity runs in the worker; a workflow knows its type only.', severity: 'error',
      from: { path: '^workflows/', pathNot: test }, to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-are-deterministic', comment: 'Nothing of the process, the file system or the network.', severity: 'error',
      from: { path: '^workflows/', pathNot: test }, to: { dependencyTypes: ['core'] },
    },
    mayImport('activities', ['domain', 'db', 'adapters'], 'Thin functions over ports.'),
    mayImport('adapters', ['domain'], 'Ports and their implementations.'),
    mayImport('db', ['domain'], 'Tables, the projector, the queries.'),
    mayImport('worker', ['domain', 'workflows', 'activities', 'adapters', 'db', 'infra'], 'The processes that do work: all but api and web.'),
    mayImport('api', ['domain', 'db', 'adapters'], 'What browsers talk to.'),
    mayImport('web', ['domain', 'api'], 'The pages: the domain, and of the API its contract.'),
    {
      name: 'web-takes-the-contract', comment: 'Of the API only the contract reaches a browser.', severity: 'error',
      from: { path: '^web/', pathNot: test }, to: { path: '^api/', pathNot: '^api/contract/' },
    },
    {
      name: 'contract-is-shared', comment: 'What a browser gets may not pull in the server.', severity: 'error',
      from: { path: '^api/contract/', pathNot: test }, to: { path: '^(db|adapters|api)/', pathNot: '^api/contract/' },
    },
    mayImport('infra', [], 'Set-up and supervision know nothing of what they run.'),
    {
      name: 'nothing-imports-tests', comment: 'What is delivered does not lean on tests.', severity: 'error',
      from: { pathNot: `${test}|^e2e/|^bench/` }, to: { path: `${test}|^e2e/|^bench/` },
    },
    {
      name: 'no-test-libraries', comment: 'What is delivered does not lean on test libraries.', severity: 'error',
      from: { pathNot: `${test}|^e2e/|^bench/|^infra/` }, to: { path: 'node_modules/(jest|@jest|fast-check|playwright-core|@temporalio/testing)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(web/dist|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
