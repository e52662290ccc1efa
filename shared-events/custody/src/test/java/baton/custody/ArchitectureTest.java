package baton.custody;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {
      "baton.custody",
      "baton.policy",
      "baton.decision",
      "baton.horizon",
      "baton.roster",
      "baton.contract"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_fold_is_plain_java_over_the_events =
      classes()
          .that()
          .resideInAnyPackage(
              "baton.custody..",
              "baton.policy",
              "baton.decision..",
              "baton.horizon..",
              "baton.roster..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "baton.custody..",
              "baton.policy",
              "baton.decision..",
              "baton.horizon..",
              "baton.roster..",
              "baton.contract..");

  /** A force may depend on that jar alone. */
  @ArchTest
  static final ArchRule the_contract_needs_jackson_annotations_at_most =
      classes()
          .that()
          .resideInAPackage("baton.contract..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "baton.contract..", "com.fasterxml.jackson.annotation..");
}
