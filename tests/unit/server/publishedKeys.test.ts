import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import supertest from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installationKey, keyIdOf, rawPublicKey } from '#kit/signingKey.ts'
import { publishedKeys } from '#src/server/publishedKeys.ts'
import { readKeys } from '#src/verifier/readKeys.ts'

let folder: string
const env = () => ({ dataDir: folder, signingKeyFile: undefined })
const keysNow = async () => {
  const { text } = await supertest(express().use(await publishedKeys(env()))).get(
    '/.well-known/jwks.json',
  )
  return text
}
const retire = async (name: string, text: string) => {
  await mkdir(path.join(folder, 'keys/retired'), { recursive: true })
  await writeFile(path.join(folder, 'keys/retired', name), text)
}
const pemOf = (key: KeyObject, type: 'spki' | 'pkcs8') =>
  key.export({ type, format: 'pem' }).toString()

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-keys-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('the key in use is published first; those it replaced stay, marked', async () => {
  const { publicKey: old } = generateKeyPairSync('ed25519')
  await retire('2025.pub', pemOf(old, 'spki'))
  const { publicKey: current } = await installationKey(env())
  const { keys } = JSON.parse(await keysNow()) as { keys: { kid: string; retired?: boolean }[] }
  expect(keys.map(({ kid, retired }) => [kid, retired])).toEqual([
    [keyIdOf(current), undefined],
    [keyIdOf(rawPublicKey(old)), true],
  ])
})

test('the published set is what the verifier takes, and a key under another name is refused', async () => {
  const file = path.join(folder, 'jwks.json')
  const text = await keysNow()
  await writeFile(file, text)
  const { publicKey } = await installationKey(env())
  expect([...(await readKeys([file])).keys()]).toEqual([keyIdOf(publicKey)])
  await writeFile(file, text.replace('"kid":"', '"kid":"x'))
  await expect(readKeys([file])).rejects.toThrow('is not the one it says')
})

test('what is no public key keeps the server from starting, and a private one is never taken for it', async () => {
  await retire('a.pub', 'nothing')
  await expect(keysNow()).rejects.toThrow('is not an Ed25519 public key')
  await retire('a.pub', pemOf(generateKeyPairSync('ed25519').privateKey, 'pkcs8'))
  await expect(keysNow()).rejects.toThrow('holds a private key')
})
