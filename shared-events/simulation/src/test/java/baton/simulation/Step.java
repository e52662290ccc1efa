package baton.simulation;

/**
 * One step of a schedule. One whose actor is not there is passed over, so that a schedule with
 * steps left out is a schedule still.
 *
 * @param who an actor, which goes on to its next call, or what happens to the world
 * @param arg how the call ends, see {@link Call}
 */
record Step(String who, int arg) {}
