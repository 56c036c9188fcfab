import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import packageFile from '../package.json'
import type { AlignOptions } from './commands/align.ts'
import type { BuildOptions } from './commands/build.ts'
import type { CheckOptions } from './commands/check.ts'
import type { RecoverOptions } from './commands/recover.ts'
import type { SearchOptions } from './commands/search.ts'
import type { StartOptions } from './commands/start.ts'
import type { TermsOptions } from './commands/terms.ts'
import { cleanUpOnSignal } from './files.ts'
import { exit, InputError, reportFaults } from './report.ts'

/** Commands are loaded when they are called: a search need not wait for what a build loads. */
export async function main(argv: readonly string[]): Promise<number> {
  cleanUpOnSignal()
  // Whoever reads our output may stop early, as `head` does: there is no one left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exit.done)
    throw error
  })
  let code: number = exit.done
  const run = (result: Promise<number>): Promise<void> => result.then((value) => void (code = value))
  const program = commandLine(run)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof InputError) {
      reportFaults(error.faults)
      return exit.badInput
    }
    // Commander has already said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.wrongUsage
    throw error
  }
}

type Run = (result: Promise<number>) => Promise<void>

function commandLine(run: Run): Command {
  const program = new Command('duidu')
    .description(
      'Duidu 對讀: publishes English and Traditional Chinese texts side by side, recovered, aligned and searchable.',
    )
    .version(packageFile.version)
    .exitOverride()
    .showHelpAfterError('(duidu --help tells what there is)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 something wrong with the input, 2 wrong usage.\nFindings and unresolved damage leave it at 0 unless --strict.',
    )
  const content = (): Option =>
    new Option('--content <dir>', 'folder with collection.yaml and notices/').default('content')
  const jobs = (): Option =>
    new Option('--jobs <number>', 'how many processors to use at most; the result is the same').argParser(atLeastOne)

  program
    .command('build')
    .description('build the notices and write the static site')
    .addOption(content())
    .option('--out <dir>', 'folder to write the site to', 'dist')
    .option(
      '--base <url>',
      'address that the site will stand at: for canonical links, link previews, sitemap.xml and robots.txt, none of which can do with a relative one, and for 404.html in a folder of its host',
    )
    .option('--frozen', 'fail instead of writing ids.json when new ids are needed')
    .option('--strict', 'exit with 1 when there are warnings')
    .addOption(jobs())
    .action((options: BuildOptions) => run(import('./commands/build.ts').then(({ build }) => build(options))))

  program
    .command('start')
    .description('build, serve and print the address; rebuild and reload when content changes')
    .addOption(content())
    .option('--out <dir>', 'folder to write the site to', 'dist')
    .option('--port <number>', 'port to serve on; the next free one is taken', wholeNumber, 4173)
    .option('--host <name>', 'interface to serve on', 'localhost')
    .action((options: StartOptions) => run(import('./commands/start.ts').then(({ start }) => start(options))))

  program
    .command('check')
    .description('say everything that is wrong with the content, without building or writing')
    .addOption(content())
    .option('--strict', 'exit with 1 when there are warnings')
    .option('--json', 'print the faults as JSON')
    .action((options: CheckOptions) => run(import('./commands/check.ts').then(({ check }) => check(options))))

  program
    .command('align')
    .description('align two texts, or many pairs, and print the beads')
    .option('--en <file>', 'the English text')
    .option('--zh <file>', 'the Chinese text')
    .addOption(new Option('--level <level>', 'what to align').choices(['paragraph', 'sentence']).default('sentence'))
    .option('--presegmented', 'the files hold a segment a line; lines are counted from 0')
    .addOption(new Option('--format <format>', 'how to print').choices(['beads', 'tsv', 'json']).default('beads'))
    .option('--list <file>', 'many pairs: a line each, English path, Chinese path and output path, parted by tabs')
    .option('--pool', 'with --list: let the pairs learn from one another')
    .addOption(jobs())
    .option('--notice <id>', 'a notice of the content, with --explain')
    .option('--explain <id>', 'say why the segments of a row are together: p5')
    .addOption(content())
    .action((options: AlignOptions) => run(import('./commands/align.ts').then(({ align }) => align(options))))

  program
    .command('recover')
    .description('print a text with its damage undone; the summary goes to standard error')
    .argument('<file>', 'the text as received')
    .option('--json', 'print text, encoding, edits and what is unresolved as JSON')
    .option('--encoding <name>', 'the encoding of the file, where it is known')
    .option('--strict', 'exit with 1 when damage is left')
    .action((file: string, options: RecoverOptions) =>
      run(import('./commands/recover.ts').then(({ recoverFile }) => recoverFile(file, options))),
    )

  program
    .command('search')
    .description('find the rows that hold a phrase')
    .argument('<query...>', 'words to look for, in either language')
    .addOption(content())
    .option('--site <dir>', 'search a built site instead of the content')
    .option('--json', 'print the hits as JSON')
    .action((query: readonly string[], options: SearchOptions) =>
      run(import('./commands/search.ts').then(({ search }) => search(query.join(' '), options))),
    )

  program
    .command('terms')
    .description('list the term entries and how often each occurs on either side')
    .addOption(content())
    .option('--json', 'print them as JSON')
    .addOption(
      new Option('--format <format>', 'write the entries for other programs').choices(['tbx', 'tbx2', 'tsv', 'json']),
    )
    .option('--suggest', 'propose term pairs that no one has entered, from the aligned sentences')
    .option('--import <file>', 'add the entries of a TBX or TSV file to terms.yaml')
    .action((options: TermsOptions) => run(import('./commands/terms.ts').then(({ terms }) => terms(options))))

  program
    .command('pool')
    .description('learn word statistics from all notices and save them for later builds, which use them as they are')
    .addOption(content())
    .action((options: { readonly content: string }) =>
      run(import('./commands/pool.ts').then(({ pool }) => pool(options))),
    )

  program
    .command('schemas')
    .description('write the JSON Schemas of the content files, for an editor to complete their keys')
    .addOption(content())
    .action((options: { readonly content: string }) =>
      run(import('./commands/schemas.ts').then(({ schemas }) => schemas(options))),
    )

  return program
}

function atLeastOne(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It is a whole number from 1.')
  return value
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
  return value
}
