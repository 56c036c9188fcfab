import { createServer } from 'node:http'
import sirv from 'sirv'

/** A folder as a static host serves it. `address` ends in a slash. */
export type StaticHost = { readonly address: string; readonly close: () => void }

export async function serveFolder(folder: string): Promise<StaticHost> {
  const server = createServer(sirv(folder, { dev: true }))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
