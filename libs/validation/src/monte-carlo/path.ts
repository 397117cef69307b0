/** Where a path's numbers are left: how it ended, in cash, and its deepest drawdown from its highest point, 0 or below. */
export interface Path {
  final: number;
  drawdown: number;
}
