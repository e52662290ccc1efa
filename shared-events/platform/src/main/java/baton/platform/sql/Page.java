package baton.platform.sql;

import java.util.List;

/**
 * Some of the rows that a statement finds, from its first on.
 *
 * @param more whether there may be others behind them
 */
public record Page<T>(List<T> rows, boolean more) {}
