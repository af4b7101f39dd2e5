// Puts the browser files of the pinned packages where the server finds them, each also compressed, with a list of all.
// Usage: node bundles.mjs <output folder> <folder for downloads>. The packages' own dependencies are not installed: the
// bundles contain what they need.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib'

const WANTED = {
  '@clerk/clerk-js': /^(clerk(\.legacy)?\.browser|.+_clerk(\.legacy)?\.browser_[0-9a-f]+_[0-9.]+)\.js$/,
  '@clerk/ui': /^(ui(\.legacy|\.shared)?\.browser|.+_ui_[0-9a-f]+_[0-9.]+)\.js$/,
}
const BLOCK = 512

const [output, downloads] = process.argv.slice(2).map(folder => resolve(folder))
const declared = readFileSync(new URL('package.json', import.meta.url))
const recipe = Buffer.concat([declared, readFileSync(new URL(import.meta.url))])
const stamp = createHash('sha256').update(recipe).digest('hex')
const list = join(output, 'bundles.json')

if (existsSync(list) && JSON.parse(readFileSync(list)).stamp === stamp) {
  process.exit(0)
}
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
if (!found(npm)) {
  console.log('npm is not here: the server will send browsers to a CDN for the components.')
  process.exit(0)
}
const { dependencies, integrity } = JSON.parse(declared)
const packages = {}
for (const [name, version] of Object.entries(dependencies)) {
  packages[name] = { version, files: unpack(name, download(name, version, integrity[name])) }
}
writeFileSync(list, JSON.stringify({ stamp, packages }))
console.log('Browser bundles: ' + Object.entries(dependencies).map(([name, version]) => `${name} ${version}`).join(', '))

function found(command) {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' })
    return true
  } catch {
    return false
  }
}

function download(name, version, expected) {
  mkdirSync(downloads, { recursive: true })
  const command = ['pack', `${name}@${version}`, '--pack-destination', downloads, '--prefer-offline', '--silent']
  const file = execFileSync(npm, command, { encoding: 'utf8', shell: process.platform === 'win32' }).trim().split('\n').pop()
  const archive = readFileSync(join(downloads, file))
  const actual = 'sha512-' + createHash('sha512').update(archive).digest('base64')
  if (actual !== expected) {
    throw new Error(`${name}@${version} is not the package that package.json pins: ${actual}`)
  }
  return archive
}

function unpack(name, archive) {
  const folder = join(output, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = {}
  for (const { path, content } of entries(gunzipSync(archive))) {
    if (path === 'package/LICENSE') {
      writeFileSync(join(folder, 'LICENSE'), content)
    }
    const file = path.startsWith('package/dist/') ? path.slice('package/dist/'.length) : ''
    if (WANTED[name].test(file)) {
      writeFileSync(join(folder, file), content)
      writeFileSync(join(folder, file + '.gz'), gzipSync(content, { level: 9 }))
      writeFileSync(join(folder, file + '.br'), brotli(content))
      files[file] = createHash('sha256').update(content).digest('base64url')
    }
  }
  return files
}

function brotli(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  return brotliCompressSync(content, { params })
}

// A tar archive is 512-byte blocks: a header with name and octal size, then the content.
function* entries(tar) {
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const path = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    yield { path, content: tar.subarray(at + BLOCK, at + BLOCK + size) }
    at += BLOCK * (1 + Math.ceil(size / BLOCK))
  }
}
