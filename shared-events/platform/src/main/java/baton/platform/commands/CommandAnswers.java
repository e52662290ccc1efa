package baton.platform.commands;

/** Where a service tells what became of forces' commands. */
public interface CommandAnswers {
  /** Called first in a transaction that will answer a command. */
  default void begin() {}

  /** In the bound transaction. One that was told before is not told again. */
  void tell(CommandAnswer answer);
}
