export type UploadProblem = 'upload-too-big' | 'upload-unreadable'

const mostBytes = 5 * 1024 * 1024
const kinds = ['image/png', 'image/jpeg', 'image/webp']

/** A picture file as the data URL that the server takes. What it would refuse is refused before it is sent. */
export function readUpload(file: File): Promise<{ url: string } | { problem: UploadProblem }> {
  if (!kinds.includes(file.type)) return Promise.resolve({ problem: 'upload-unreadable' })
  if (file.size > mostBytes) return Promise.resolve({ problem: 'upload-too-big' })
  return new Promise(done => {
    const reader = new FileReader()
    reader.onload = () => done({ url: String(reader.result) })
    reader.onerror = () => done({ problem: 'upload-unreadable' })
    reader.readAsDataURL(file)
  })
}
