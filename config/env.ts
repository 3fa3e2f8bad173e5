import { readRuntimeEnv } from '#kit/runtimeEnv.ts'

/** The settings of this process. */
export const env = readRuntimeEnv(process.env)
