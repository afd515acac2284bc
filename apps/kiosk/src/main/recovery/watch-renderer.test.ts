import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aliveChannel, aliveEveryMs } from '../../preload/channels.ts'
import { stuckAfterMs, watchRenderer } from './watch-renderer.ts'

class Page extends EventEmitter {
  ipc = new EventEmitter()
  destroyed = false
  forcefullyCrashRenderer = vi.fn(() => this.emit('render-process-gone', {}, { reason: 'killed' }))
  isDestroyed = () => this.destroyed
  crash = (reason = 'crashed') => this.emit('render-process-gone', {}, { reason })
  beat = () => this.ipc.emit(aliveChannel)
}

let page: Page
const reload = vi.fn()
beforeEach(() => {
  vi.useFakeTimers()
  reload.mockReset()
  page = new Page()
  watchRenderer(page as never, reload, () => {})
})
afterEach(() => void vi.useRealTimers())

it.each(['crashed', 'oom', 'killed', 'abnormal-exit', 'launch-failed'])(
  'a page that is gone (%s) is loaded again',
  reason => {
    page.crash(reason)
    expect(reload).not.toHaveBeenCalled()
    vi.advanceTimersByTime(500)
    expect(reload).toHaveBeenCalledOnce()
  },
)

it('the second crash waits longer than the first', () => {
  page.crash()
  vi.advanceTimersByTime(500)
  page.crash()
  vi.advanceTimersByTime(999)
  expect(reload).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(1)
  expect(reload).toHaveBeenCalledTimes(2)
})

it('a page that left on its own is not loaded again, nor one whose window is closed', () => {
  page.crash('clean-exit')
  page.crash()
  page.destroyed = true
  vi.runAllTimers()
  expect(reload).not.toHaveBeenCalled()
  page.beat()
  page.emit('destroyed')
  expect(vi.getTimerCount()).toBe(0)
})

it('a page that falls silent is ended and loaded again; one that beats is left alone', () => {
  for (let n = 0; n < 100; n++) {
    page.beat()
    vi.advanceTimersByTime(aliveEveryMs)
  }
  expect(page.forcefullyCrashRenderer).not.toHaveBeenCalled()
  vi.advanceTimersByTime(stuckAfterMs)
  expect(page.forcefullyCrashRenderer).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(500)
  expect(reload).toHaveBeenCalledOnce()
})

it('a page that does not respond to input is ended and loaded again', () => {
  page.emit('unresponsive')
  vi.advanceTimersByTime(500)
  expect(page.forcefullyCrashRenderer).toHaveBeenCalledOnce()
  expect(reload).toHaveBeenCalledOnce()
})
