/** A small store in the browser that outlives power cuts. */

/**
 * @param {string} device
 * @returns {Promise<{ get: (name: string) => Promise<any>, put: (name: string, value: unknown) => Promise<void> }>}
 */
export const openKeep = async (device) => {
  const base = await answerOf(() => {
    const asked = indexedDB.open(`coloa-board-${device}`, 1)
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore('kept'))
    return asked
  })
  const store = (mode) => base.transaction('kept', mode).objectStore('kept')
  await navigator.storage?.persist?.().catch(() => false)
  return {
    get: (name) => answerOf(() => store('readonly').get(name)),
    put: async (name, value) => {
      await answerOf(() => store('readwrite').put(value, name))
    },
  }
}

const answerOf = (ask) =>
  new Promise((resolve, reject) => {
    const asked = ask()
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error))
  })
