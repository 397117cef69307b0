import type { EntityManager } from 'typeorm';
import { TriedConfigEntity } from './entities/tried-config-entity.js';
import type { TriedCounts, TriedData } from './selection.js';

/** The trials of one length. */
interface Group {
  readonly returns: number;
  readonly trials: number;
  readonly with_sharpe: number;
  readonly mean: number | null;
}

/**
 * Counts what was tried on the same data, where it lies: there may be very many. In two passes: the mean first, so that the squares do not
 * cancel; by T, so that Sharpe·√T needs no root in the database.
 */
export async function countTried(manager: EntityManager, { symbol, start, end }: TriedData): Promise<TriedCounts> {
  const where = 'tried.symbol = :symbol AND tried.start < :end AND tried.end > :start';
  const among = () => manager.createQueryBuilder(TriedConfigEntity, 'tried').where(where, { symbol, start, end });
  const groups = await among()
    .select('tried.returns', 'returns')
    .addSelect('COUNT(*)', 'trials')
    .addSelect('COUNT(tried.sharpe)', 'with_sharpe')
    .addSelect('AVG(tried.sharpe)', 'mean')
    .groupBy('tried.returns')
    .orderBy('tried.returns')
    .getRawMany<Group>();
  const trials = sumOf(groups, (group) => group.trials);
  const with_sharpe = sumOf(groups, (group) => group.with_sharpe);
  if (with_sharpe < 2) return { trials, with_sharpe, variance: null, dispersion: null };
  const mean = meanOf(groups, with_sharpe, () => 1);
  const deviation = '(tried.sharpe - :mean)';
  const squares = await among()
    .select('tried.returns', 'returns')
    .addSelect(`SUM(${deviation} * ${deviation})`, 'sum')
    .setParameter('mean', mean)
    .groupBy('tried.returns')
    .getRawMany<{ returns: number; sum: number | null }>();
  const sums = new Map(squares.map(({ returns, sum }) => [returns, sum ?? 0]));
  const scaledMean = meanOf(groups, with_sharpe, ({ returns }) => Math.sqrt(returns));
  const scaled = sumOf(groups, ({ returns, with_sharpe: count, mean: own }) => {
    const between = (own ?? 0) - mean;
    const within = Math.max(0, sums.get(returns)! - count * between * between);
    const apart = Math.sqrt(returns) * (own ?? 0) - scaledMean;
    return returns * within + count * apart * apart;
  });
  const freedom = with_sharpe - 1;
  return { trials, with_sharpe, variance: sumOf([...sums.values()], (sum) => sum) / freedom, dispersion: scaled / freedom };
}

function meanOf(groups: readonly Group[], count: number, scale: (group: Group) => number): number {
  return sumOf(groups, (group) => group.with_sharpe * scale(group) * (group.mean ?? 0)) / count;
}

function sumOf<T>(all: readonly T[], value: (one: T) => number): number {
  return all.reduce((sum, one) => sum + value(one), 0);
}
