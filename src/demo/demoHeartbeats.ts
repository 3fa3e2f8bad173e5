import type { JobContext } from '#kit/jobContext.ts'

/**
 * Devices of the demo lead nowhere; so that its board shows a city at work, those that are marked say each minute that they
 * live. In a city without a demo there are none.
 */
export const demoHeartbeats = {
  tasks: (context: JobContext) => ({
    demoHeartbeats: async () => {
      await context.pool.query(
        `update dispatch.device_states set heartbeat_at = now(), seen_at = now() - make_interval(secs => random() * 20)
         where heartbeat ->> 'demo' = 'alive'`,
      )
    },
  }),
  ticks: ['demoHeartbeats'],
}
