/** Rows that have nothing to attack in this installation, why, and what shows it. */
export const notApplicable: [row: string, reason: string, shownBy: string][] = [
  [
    '13-16, 36',
    'localizeStatus is off; the flags are refused, the start refuses it',
    'above, config.test',
  ],
  [
    '17, 18, 38',
    'schedulePublish is off and the start refuses it; a board’s own time is bound to a hash',
    'above, config.test, auditor.test',
  ],
  [
    '20, 21',
    'there is no trash and the start refuses it; deletedAt is refused',
    'above, config.test',
  ],
  [
    '24, 25',
    'there are no globals; one on neither list, or on the governed one, stops the start',
    'above, config.test',
  ],
  ['27', 'autosave may rewrite a version: the board reads its own frozen text', 'hashBinding.test'],
  ['28', 'nothing is orderable and the start refuses it', 'above, config.test'],
  ['30, 37', 'there is no jobs collection; open jobs.access stops the start', 'above, config.test'],
  ['1.2 import, MCP', 'neither plugin is installed: 404', 'above'],
  [
    '1.2 nested-docs, folders',
    'not installed: 404; what is on no list stops the start',
    'above, config.test',
  ],
  ['1.2 arriving', 'no intake exists: 404, and a feed takes nothing: 405', 'above'],
  [
    '1.2 new field',
    'a new table of a governed collection without its trigger stops the start',
    'start.test',
  ],
  ['1.2 upstream', 'versions are pinned; this list runs against them', 'package.json'],
  [
    '1.2 outside',
    'CDN, replicas, static copies are out of reach; each feed item carries its hash',
    'feed.test',
  ],
]
