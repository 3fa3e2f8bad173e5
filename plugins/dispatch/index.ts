import { plugin } from '#kit/plugin.ts'

/** Released bulletins to radio stations and boards. */
export const dispatch = () => plugin({ slug: 'dispatch', order: 40 }, (config) => config)
