import { createServer } from 'node:http'
import sirv from 'sirv'

export type Host = { readonly root: string; readonly close: () => void }

/** Serves a folder as a static host would, looking at the disk for each request. */
export async function host(folder: string): Promise<Host> {
  const server = createServer(sirv(folder, { dev: true, etag: true }))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    root: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
