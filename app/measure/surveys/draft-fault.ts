import type { WaveStatus } from './wave'

/** `isFollowUp`: what such a wave asks, where and whom was decided with the wave that it follows. */
export type DraftFault = 'notDraft' | 'isFollowUp'

/** Why the plan, the frame and the sample of a wave cannot be changed; null: they can. */
export const draftFault = ({
  status,
  followsId,
}: {
  status: WaveStatus
  followsId: string | null
}): DraftFault | null => (status !== 'draft' ? 'notDraft' : followsId === null ? null : 'isFollowUp')
