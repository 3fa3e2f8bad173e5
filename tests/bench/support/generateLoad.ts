// The load generator, in a process of its own: asked by message, it answers with requests a second.
import autocannon from 'autocannon'

/** What is asked of a server. */
export type Load = {
  url: string
  paths: string[]
  seconds: number
  headers?: Record<string, string>
}

/** What came of it; a fault when any answer was not what was asked for. */
export type Loaded = { perSecond: number } | { fault: string }

const CONNECTIONS = 16

const generate = async ({ url, paths, seconds, headers }: Load): Promise<Loaded> => {
  const given = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: paths.map((path) => ({ path })),
    headers: headers ?? {},
  })
  const wrong = given.errors + given['4xx'] + given['5xx']
  if (wrong > 0) return { fault: `${url}${paths[0]}: ${wrong} of ${given.requests.total} failed` }
  return { perSecond: given.requests.total / given.duration }
}

process.on('message', (load: Load) => {
  void generate(load).then((loaded) => process.send?.(loaded))
})
