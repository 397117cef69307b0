/** `price` moved against the order by the fraction `move` of it: up for a buy (side +1), down for a sell (side −1), a sell's never below 0. */
export function movedPrice(price: number, side: number, move: number): number {
  return Math.max(0, price * (1 + side * move));
}
