package baton.contract;

/**
 * An event after which somebody else may be the custodian. Its envelope says {@code
 * "custody":"moves"}, so that a reader that does not know the type stops folding that referral
 * instead of showing the wrong custodian.
 */
public interface MovesCustody {}
