/** What runs inside of a measured page, as source text: the scripts' own types know no browser. */

/** Put in before anything else; `duiduSeen()` then tells what there was, in milliseconds and shares of the screen. */
export const observe = `
  let fcp = 0, lcp = 0, tbt = 0, cls = 0
  const watch = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
  watch('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') fcp = startTime })
  watch('largest-contentful-paint', ({ startTime }) => { lcp = startTime })
  watch('longtask', ({ startTime, duration }) => {
    if (fcp > 0 && startTime + duration > fcp) tbt += Math.max(0, duration - 50)
  })
  watch('layout-shift', ({ value }) => { cls += value })
  globalThis.duiduSeen = () => ({ fcp, lcp, tbt, cls })
`

/** Two frames later: what was laid out is painted. */
export const settled = `new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`

/** Is the row of a deep link in the window? */
export const rowIsShown = `(() => {
  const top = document.getElementById('p9000')?.getBoundingClientRect().top ?? -1
  return top >= 0 && top < innerHeight
})()`

/** Scrolls by a third of the screen each frame; the times between 200 frames. */
export const scroll = `new Promise((done) => {
  scrollTo({ top: 0 })
  const times = []
  let last = 0
  const step = (now) => {
    if (last > 0) times.push(now - last)
    last = now
    scrollBy({ top: innerHeight / 3, behavior: 'instant' })
    if (times.length < 200) requestAnimationFrame(step)
    else done(times)
  }
  requestAnimationFrame(step)
})`
