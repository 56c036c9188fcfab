/** The walls of the house: which room may look into which. Every arrow points down. */
const rooms = 'recover|align|terms|check|search|annotations|exchange'

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'rooms-do-not-import-one-another',
      severity: 'error',
      comment: 'Where one room needs another’s result, it takes it as an argument whose type lives in corpus.',
      from: { path: `^src/(${rooms})/` },
      to: { path: `^src/(${rooms})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'the-ground-stands-on-nothing',
      severity: 'error',
      from: { path: '^src/(corpus|text)/' },
      to: { path: `^src/(${rooms}|build|reader|locales)/` },
    },
    { name: 'corpus-is-the-lowest', severity: 'error', from: { path: '^src/corpus/' }, to: { path: '^src/text/' } },
    {
      name: 'rooms-do-not-know-the-pipeline',
      severity: 'error',
      from: { path: `^src/(${rooms})/` },
      to: { path: '^src/(build|reader|locales)/' },
    },
    {
      name: 'nothing-imports-a-leaf',
      severity: 'error',
      from: { path: '^src/(?!reader/)' },
      to: { path: '^(src/(reader|locales)|scripts)/' },
    },
    {
      name: 'leaves-do-not-meet',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^src/(reader|locales)/' },
    },
    {
      name: 'the-reader-knows-the-corpus-only',
      severity: 'error',
      comment: 'The pipeline, and what checks files, stay out of the browser.',
      from: { path: '^src/reader/' },
      to: { path: '^(src/(build|recover|align|corpus/schema)|scripts)/' },
    },
    {
      name: 'the-core-knows-no-node',
      severity: 'error',
      from: { path: '^src/(?!reader/)' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-lost-imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.build|dist|coverage|tests)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
