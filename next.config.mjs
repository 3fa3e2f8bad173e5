import { withPayload } from '@payloadcms/next/withPayload'

/** Next serves the admin only; Express serves everything else. */
const config = {
  poweredByHeader: false,
  compress: false,
  devIndicators: false,
  typescript: { ignoreBuildErrors: true }, // `npm test` runs the type gate over the whole project
  serverExternalPackages: ['pg', 'graphile-worker', 'sharp', 'pino', 'mqtt', 'aedes'],
}

export default withPayload(config, { devBundleServerPackages: false })
