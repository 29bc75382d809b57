import { Notice } from '#app/ui/notice'

/** What has just been done, after the redirect; null when nothing was. */
export const SavedNotice = ({ text }: { text: string | null }) =>
  text && (
    <Notice tone="good" live>
      <p>{text}</p>
    </Notice>
  )
