package baton.journal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "baton.journal", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Any process may run a journal: a service, a command-line tool, a benchmark. */
  @ArchTest
  static final ArchRule no_quarkus =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..", "io.smallrye..", "jakarta.enterprise..", "jakarta.ws..");

  @ArchTest
  static final ArchRule no_xstream =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("com.thoughtworks..");

  /** What is on the wire can be read without a database, a broker or Axon. */
  @ArchTest
  static final ArchRule the_envelope_stands_alone =
      noClasses()
          .that()
          .resideInAPackage("baton.journal.envelope..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.axonframework..",
              "org.apache.kafka..",
              "java.sql..",
              "baton.journal.store..",
              "baton.journal.seal..",
              "baton.journal.relay..",
              "baton.journal.reader..");

  @ArchTest
  static final ArchRule the_store_knows_neither_relay_nor_reader =
      noClasses()
          .that()
          .resideInAnyPackage(
              "baton.journal.store..", "baton.journal.seal..", "baton.journal.clock..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("baton.journal.relay..", "baton.journal.reader..");
}
