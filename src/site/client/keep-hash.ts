// A page that leads on by itself would lose the part of the address after "#", which names a heading.
const onward = document.querySelector<HTMLAnchorElement>('[data-onward]');
if (onward && location.hash) location.replace(onward.href + location.hash);
