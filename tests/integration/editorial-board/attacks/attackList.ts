import type { Attack } from './attack.ts'
import { boardAttacks } from './boardAttacks.ts'
import { graphqlAttacks } from './graphqlAttacks.ts'
import { innerAttacks } from './innerAttacks.ts'
import { restAttacks } from './restAttacks.ts'

/** Every way round the board that is known, each tried by every actor. */
export const attackList: Attack[] = [
  ...restAttacks,
  ...graphqlAttacks,
  ...innerAttacks,
  ...boardAttacks,
]
