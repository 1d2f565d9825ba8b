/** Object metadata, in the names that GraphQL gives to what the UI API tells of an object. */
export const OBJECT_INFO_TYPES = `
enum DataType {
  ADDRESS ANYTYPE BASE64 BOOLEAN COMBOBOX COMPLEXVALUE CURRENCY DATE DATETIME DOUBLE EMAIL
  ENCRYPTEDSTRING INT JSON LOCATION LONG MULTIPICKLIST PERCENT PHONE PICKLIST REFERENCE STRING
  TEXTAREA TIME URL
}
type ChildRelationship {
  childObjectApiName: String! fieldName: String junctionIdListNames: [String]!
  junctionReferenceTo: [String]! relationshipName: String
}
type DependentField { controllingField: String! dependentFields: [String]! }
type FilteredLookupInfo {
  controllingFields: [String]! dependent: Boolean! optionalFilter: Boolean!
}
type ReferenceToInfo { ApiName: String! nameFields: [String]! }
type Field {
  ApiName: String! calculated: Boolean! compound: Boolean! compoundComponentName: String
  compoundFieldName: String controllerName: String controllingFields: [String]!
  createable: Boolean! custom: Boolean! dataType: DataType externalId: Boolean!
  extraTypeInfo: String filterable: Boolean! filteredLookupInfo: FilteredLookupInfo
  highScaleNumber: Boolean! htmlFormatted: Boolean! inlineHelpText: String label: String
  nameField: Boolean! polymorphicForeignKey: Boolean! precision: Int reference: Boolean!
  referenceTargetField: String referenceToInfos: [ReferenceToInfo]! relationshipName: String
  required: Boolean! scale: Int searchPrefilterable: Boolean! sortable: Boolean!
  updateable: Boolean!
}
type RecordTypeInfo {
  available: Boolean! defaultRecordTypeMapping: Boolean! master: Boolean! name: String
  recordTypeId: ID
}
type ThemeInfo { color: String iconUrl: String }
type ObjectInfo {
  ApiName: String! childRelationships: [ChildRelationship]! createable: Boolean! custom: Boolean!
  defaultRecordTypeId: ID deletable: Boolean! dependentFields: [DependentField]!
  feedEnabled: Boolean! fields: [Field]! keyPrefix: String label: String labelPlural: String
  layoutable: Boolean! locale: String mruEnabled: Boolean! nameFields: [String]!
  queryable: Boolean! recordTypeInfos: [RecordTypeInfo]! searchable: Boolean!
  themeInfo: ThemeInfo updateable: Boolean!
}
`;
