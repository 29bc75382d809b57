import { MOST_UPLOAD_BYTES } from '#app/sheets/limits'
import { keptFileName } from './import-upload'

export type UploadedFile = { fileName: string; bytes: Uint8Array }

/** The file of the upload form, or the key of the sentence that says what is wrong with it. */
export async function readUploadedFile(form: FormData): Promise<UploadedFile | { problem: string }> {
  const [file, ...others] = form.getAll('file')
  if (!(file instanceof File) || others.length > 0 || file.name === '') return { problem: 'rosters.import.form.noFile' }
  if (file.size > MOST_UPLOAD_BYTES) return { problem: 'rosters.import.form.tooLarge' }
  return { fileName: keptFileName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }
}
