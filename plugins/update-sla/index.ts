import { plugin } from '#kit/plugin.ts'

/** The clocks of the law, kept for every site. */
export const updateSla = () => plugin({ slug: 'update-sla', order: 20 }, (config) => config)
