import { createStanding } from './calm'

/** For tables that are read, line by line or aloud: figures that change five times a second cannot be. */
export const useTableStore = createStanding(1000)
