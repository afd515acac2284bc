/**
 * Imported first wherever the program starts. Plain JavaScript, because what it guards against cannot read TypeScript and
 * crashes on the native SQLite without a word.
 */
import module from 'node:module'

const needed = 24
const [major = 0] = process.versions.node.split('.').map(Number)

if (major < needed) {
  process.stderr.write(
    `Dabble needs Node ${needed} or newer, and this is Node ${process.versions.node}. ` +
      `Start it with "npm start": on Linux that brings the right Node along, elsewhere install Node ${needed} from nodejs.org.\n`,
  )
  process.exit(1)
}

// Compiled sources are kept between starts.
module.enableCompileCache()
