import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { InputError } from './report.ts'

/** Reads a file, or says which one can't be read and why. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw new InputError([
      { file: path, what: `This file can’t be read: ${reason(error)}`, todo: 'Check its name and permissions' },
    ])
  }
}

/** Every file below a folder, by path relative to it. Hidden files and folders are left alone. */
export async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const visit = async (path: string): Promise<void> => {
    const shown = relative(folder, path) || folder
    let entries
    try {
      entries = await readdir(path, { withFileTypes: true })
    } catch (error) {
      const todo = 'Check that the folder is there and may be read, or name another with --content'
      throw new InputError([{ file: shown, what: `This folder can’t be read: ${reason(error)}`, todo }])
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const inner = join(path, entry.name)
      if (entry.isDirectory()) await visit(inner)
      else files.set(relative(folder, inner).split(sep).join('/'), await readInput(inner))
    }
  }
  await visit(folder)
  return files
}

/** Writes a file beside its place, then renames it there: no one ever sees half of it. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.new`)
  inTheMaking.add(beside)
  try {
    await unlessStopped(async () => {
      await writeFile(beside, data)
      await rename(beside, path)
    })
  } catch (error) {
    await rm(beside, { force: true })
    throw new InputError([
      {
        file: path,
        what: `This file can’t be written: ${reason(error)}`,
        todo: 'Check the folder’s permissions and the space left',
      },
    ])
  } finally {
    inTheMaking.delete(beside)
  }
}

/** Writes a file into a folder that is in the making, with the folders above it. */
export function writeInto(folder: string, file: string, data: string | Uint8Array): Promise<void> {
  const path = join(folder, file)
  return unlessStopped(async () => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, data)
  })
}

/** Copies a file or a whole folder into a folder that is in the making. */
export function copyInto(folder: string, file: string, from: string | URL): Promise<void> {
  return unlessStopped(() => cp(from, join(folder, file), { recursive: true }))
}

/** Folders and files in the making, to be taken away when the process is told to stop. */
const inTheMaking = new Set<string>()

/** What is being written at the moment: it may still make a file after the process was told to stop. */
const underWay = new Set<Promise<unknown>>()

let stopped = false

/** Writes, unless the process was told to stop: then whoever waits for it waits until the end. */
async function unlessStopped(write: () => Promise<void>): Promise<void> {
  if (stopped) return new Promise(() => undefined)
  const writing = write()
  underWay.add(writing)
  try {
    await writing
  } finally {
    underWay.delete(writing)
  }
}

/** Leaves nothing half-made behind on Ctrl-C or a request to end, and exits as a shell expects (128 + signal). */
export function cleanUpOnSignal(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.once(signal, () => {
      stopped = true
      // What is being written would else come back after it was taken away.
      void Promise.allSettled([...underWay]).then(() => {
        for (const path of inTheMaking) rmSync(path, { recursive: true, force: true })
        process.exit(128 + number)
      })
    })
}

/**
 * Makes a folder beside its place, then puts it there in place of the old one. When `make` fails, or the process is
 * told to stop, the old one stays as it was and what was made is taken away. A folder with other things in it is never
 * replaced: `strangersIn` tells which of its names are not ours.
 */
export async function replaceFolder(
  path: string,
  strangersIn: (names: readonly string[]) => readonly string[],
  make: (out: string) => Promise<void>,
): Promise<void> {
  const place = resolve(path)
  const names = await namesIn(path)
  const strangers = strangersIn(names)
  if (strangers.length > 0) {
    const shown = `${strangers.slice(0, 3).join(', ')}${strangers.length > 3 ? ' …' : ''}`
    throw new InputError([
      {
        file: path,
        what: `This folder holds other things than a Duidu site (${shown}); it is left alone`,
        todo: 'Name an empty folder, or one that an earlier build made, with --out, or move these elsewhere',
      },
    ])
  }
  const token = randomBytes(4).toString('hex')
  const beside = join(dirname(place), `.${basename(place)}.${token}.new`)
  const old = join(dirname(place), `.${basename(place)}.${token}.old`)
  inTheMaking.add(beside)
  await unlessStopped(() => makeFolder(beside, path)).catch((error: unknown) => {
    inTheMaking.delete(beside)
    throw error
  })
  try {
    await make(beside)
    await unlessStopped(() => Promise.resolve())
    inTheMaking.add(old)
    // Both at once, so that no signal comes between them.
    if (existsSync(place)) renameSync(place, old)
    renameSync(beside, place)
  } finally {
    await rm(beside, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
    inTheMaking.delete(beside)
    inTheMaking.delete(old)
  }
}

/** What a folder holds that may be replaced; nothing where there is none yet. */
async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return existsSync(path) ? await readdir(path) : []
  } catch (error) {
    throw new InputError([{ file: path, what: `No site can stand here: ${notAFolder(error)}`, todo: otherOut }])
  }
}

/** Makes the folder that a site is made in, and those above it; says which site it was for when it can't be. */
async function makeFolder(folder: string, path: string): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true })
    // Without `recursive`, with which Node tries without end where a file system makes no folders.
    await mkdir(folder)
  } catch (error) {
    throw new InputError([{ file: path, what: `This folder can’t be made: ${reason(error)}`, todo: otherOut }])
  }
}

const otherOut = 'Check the folder above it, or name another with --out'

function notAFolder(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ? 'it is a file' : reason(error)
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words: Record<string, string> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of its path is no folder',
    EEXIST: 'a file is in its way',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  }
  return words[code] ?? (code || String(error))
}
