package baton.escalation.sweep.model;

import baton.custody.Custody;
import java.util.List;

/**
 * One row of the board as it was found.
 *
 * @param custody null where its state cannot be read
 * @param wrongColumns columns that do not say what the state says
 */
public record BoardState(Custody custody, List<String> wrongColumns) {
  public BoardState {
    wrongColumns = List.copyOf(wrongColumns);
  }
}
