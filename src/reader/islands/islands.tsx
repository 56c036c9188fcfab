import type { ComponentType } from 'react'
import { NoticeControls } from './NoticeControls.tsx'
import { Tools } from './Tools.tsx'

/** The parts of a page that React wakes up. None takes anything: what they need comes from the reader's context. */
export const islands = { notice: NoticeControls, tools: Tools } satisfies Record<string, ComponentType>

export type IslandName = keyof typeof islands

export function isIslandName(name: string | undefined): name is IslandName {
  return name !== undefined && Object.hasOwn(islands, name)
}
