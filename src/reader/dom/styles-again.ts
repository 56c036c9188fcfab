/**
 * A stylesheet that did not come is asked for again with the next press: the bundler, which puts it into the page with
 * the program that it belongs to, asks once, and would show that program without it ever after.
 */
export function fetchStylesAgain(page: Document): void {
  const failed = ({ target: link }: Event): void => {
    if (!(link instanceof HTMLLinkElement) || link.rel !== 'stylesheet') return
    const again = (): void => link.replaceWith(link.cloneNode())
    for (const press of ['pointerdown', 'keydown'] as const) page.addEventListener(press, again, { once: true })
  }
  page.addEventListener('error', failed, true)
}
