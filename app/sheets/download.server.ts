/** A file to be saved, with its Chinese name; nobody on the way may keep it. */

/** An .xlsx file; the name without its ending. */
export const sheetResponse = (fileName: string, bytes: Uint8Array): Response =>
  fileResponse(`${fileName}.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes)

/** A CSV file as writeCsv makes it; the name without its ending. */
export const csvResponse = (fileName: string, bytes: Uint8Array): Response =>
  fileResponse(`${fileName}.csv`, 'text/csv; charset=utf-8', bytes)

function fileResponse(fileName: string, type: string, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': attachment(fileName),
      'Content-Length': String(bytes.length),
      'Cache-Control': 'no-store',
    },
  })
}

/** RFC 6266: a plain name for old programs, the true one as RFC 5987 writes it. */
function attachment(fileName: string): string {
  const name = fileName.replace(/[/\\:*?"<>|\p{Cc}\p{Cs}]/gu, '-')
  const plain = name.replace(/[^\x20-\x7e]+/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
