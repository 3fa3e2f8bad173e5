import type { AdminViewServerProps } from 'payload'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { segmentOf } from '#kit/admin/segmentOf.ts'
import { PortalError } from '#kit/portalError.ts'
import { sqlOf } from '#kit/transaction.ts'
import { classText } from '../board/boardText.ts'
import type { DeviceStanding } from '../board/readDevice.ts'
import { readDevice } from '../board/readDevice.ts'
import { readTests } from '../connection/readTests.ts'
import { demandDevice, managesDevices, seesDevices } from '../deviceRights.ts'
import { readKeys } from '../keys/deviceKeys.ts'
import { registryWords } from '../registryWords.ts'
import { testWords } from './testWords.ts'
import { deviceWords } from './deviceWords.ts'
import { CheckPart } from './CheckPart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { KeyPart } from './KeyPart.tsx'
import { StagePart } from './StagePart.tsx'
import { TestRun } from './TestRun.tsx'
import './registry.css'

/** `/admin/device-board/<id>`: the record of a device: its lifecycle with the one next act, test, check, keys and history. */
export const DevicePage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const given = segmentOf(view, 1)
  demandSignIn(req, `/admin/device-board/${given}`)
  const { language } = req.i18n
  const words = registryWords(language)
  const ofTest = testWords(language)
  const said = deviceWords(language)
  const sql = await sqlOf(req)
  const device = seesDevices(req) ? await deviceOf(view, given) : null
  if (!device) {
    return (
      <AdminPage title={words.board} view={view}>
        <p>{words.missing}</p>
        <a href="/admin/device-board">{words.back}</a>
      </AdminPage>
    )
  }
  const isManager = managesDevices(req)
  const tests = await readTests(sql, device.id)
  const keys = await readKeys(sql, device.id)
  const shared = { device, words, language, sql, isManager }
  return (
    <AdminPage
      parent={{ label: words.board, url: '/admin/device-board' }}
      title={device.name}
      view={view}
    >
      <p className="coloa-meta">
        <a href="/admin/device-board">{words.back}</a>
        <span>{device.code}</span>
        <span>{device.unitName}</span>
        <span>{classText(device.deviceClass, words)}</span>
        <span>{device.channel.toUpperCase()}</span>
        {device.address ? <span className="coloa-code">{device.address}</span> : null}
        <a href={`/admin/collections/devices/${device.id}`}>{said.openDocument}</a>
      </p>
      <StagePart {...shared} />
      <section aria-labelledby="test" className="coloa-part">
        <h2 id="test">{ofTest.test}</h2>
        <p>{ofTest.testIntro}</p>
        <TestRun
          deviceId={device.id}
          isNext={device.next === 'test'}
          mayTest={isManager && device.lifecycle !== 'retired'}
          tests={tests}
        />
      </section>
      <CheckPart {...shared} />
      <KeyPart {...shared} keys={keys} />
      <HistoryPart {...shared} />
    </AdminPage>
  )
}

const deviceOf = async (
  view: AdminViewServerProps,
  given: string,
): Promise<DeviceStanding | null> => {
  const { req } = view.initPageResult
  try {
    const { id } = await demandDevice(req, given)
    return await readDevice(await sqlOf(req), id)
  } catch (error) {
    if (error instanceof PortalError) return null
    throw error
  }
}
