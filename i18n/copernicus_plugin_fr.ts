<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>CopernicusDataAccess</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected feature(s)</source>
        <translation>
            <numerusform>%Ln entité sélectionnée</numerusform>
            <numerusform>%Ln entités sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vertices</source>
        <translation>
            <numerusform>%Ln sommet</numerusform>
            <numerusform>%Ln sommets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access point(s)</source>
        <translation>
            <numerusform>%n point d’accès</numerusform>
            <numerusform>%n points d’accès</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n footprint(s)</source>
        <translation>
            <numerusform>%n empreinte</numerusform>
            <numerusform>%n empreintes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new above, go there</source>
        <translation>
            <numerusform>%n nouveau au-dessus, y aller</numerusform>
            <numerusform>%n nouveaux au-dessus, y aller</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n nouveau ↑</numerusform>
            <numerusform>%n nouveaux ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n produit</numerusform>
            <numerusform>%n produits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) found</source>
        <translation>
            <numerusform>%n produit trouvé</numerusform>
            <numerusform>%n produits trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copernicus Data Access</source>
        <translation>Accès aux données &amp;Copernicus</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>3 m</source>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 j</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 j</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>&lt; 10</source>
        <translation>&lt; 10</translation>
    </message>
    <message>
        <source>&lt; 20</source>
        <translation>&lt; 20</translation>
    </message>
    <message>
        <source>&lt; 40</source>
        <translation>&lt; 40</translation>
    </message>
    <message>
        <source>A licence is not accepted yet.</source>
        <translation>Une licence n’est pas encore acceptée.</translation>
    </message>
    <message>
        <source>A page arrived that is not data (perhaps a login page of your network).</source>
        <translation>Une page est arrivée au lieu de données (peut-être la page de connexion du réseau).</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>Acquisition</translation>
    </message>
    <message>
        <source>Acquired (UTC)</source>
        <translation>Acquisition (UTC)</translation>
    </message>
    <message>
        <source>Acquisitions from {first} to {last}, {shown} of {count} products</source>
        <translation>Acquisitions du {first} au {last}, {shown} sur {count} produits</translation>
    </message>
    <message>
        <source>Acquisitions in time, none yet</source>
        <translation>Acquisitions dans le temps, aucune pour l’instant</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Ajouter un filtre</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Agriculture</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>All that were asked have answered; none has {collection} for this area, period and filters.</source>
        <translation>Tous les points d’accès interrogés ont répondu ; aucun n’a {collection} pour cette zone, cette période et ces filtres.</translation>
    </message>
    <message>
        <source>An answer came that cannot be used.</source>
        <translation>Une réponse inutilisable est arrivée.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Indifférent</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Area valid, {shape}, {size} square kilometres</source>
        <translation>Zone valide, {shape}, {size} kilomètres carrés</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascendante</translation>
    </message>
    <message>
        <source>Ask all ticked access points at the same time (Ctrl+Return)</source>
        <translation>Interroger en même temps tous les points d’accès cochés (Ctrl+Entrée)</translation>
    </message>
    <message numerus="yes">
        <source>Asking %n access point(s)</source>
        <translation>
            <numerusform>Interrogation de %n point d’accès</numerusform>
            <numerusform>Interrogation de %n points d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Fichiers</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln product(s) of each access point</source>
        <translation>
            <numerusform>Au plus %Ln produit par point d’accès</numerusform>
            <numerusform>Au plus %Ln produits par point d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>Atmosphere</source>
        <translation>Atmosphère</translation>
    </message>
    <message>
        <source>Autumn {years}</source>
        <translation>Automne {years}</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilité</translation>
    </message>
    <message>
        <source>Backscatter HH</source>
        <translation>Rétrodiffusion HH</translation>
    </message>
    <message>
        <source>Backscatter HV</source>
        <translation>Rétrodiffusion HV</translation>
    </message>
    <message>
        <source>Backscatter VH</source>
        <translation>Rétrodiffusion VH</translation>
    </message>
    <message>
        <source>Backscatter VV</source>
        <translation>Rétrodiffusion VV</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Bounding box west, south, east, north in EPSG 4326</source>
        <translation>Emprise ouest, sud, est, nord en EPSG 4326</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <source>Browse collections by theme</source>
        <translation>Parcourir les collections par thème</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Vignettes</translation>
    </message>
    <message>
        <source>Choose a collection first.</source>
        <translation>Choisir d’abord une collection.</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisir un autre dossier</translation>
    </message>
    <message>
        <source>Choose what, where and when in the Search tab, or start with this.</source>
        <translation>Choisir quoi, où et quand dans l’onglet Recherche, ou commencer ainsi.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear the area</source>
        <translation>Effacer la zone</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Effacer la sélection</translation>
    </message>
    <message>
        <source>Click the corners on the map. Return or a right click ends, Backspace goes back, Esc stops.</source>
        <translation>Cliquer les sommets sur la carte. Entrée ou clic droit : terminer, Retour arrière : revenir au précédent, Échap : arrêter.</translation>
    </message>
    <message>
        <source>Climate</source>
        <translation>Climat</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nuages</translation>
    </message>
    <message>
        <source>Cloud cover</source>
        <translation>Nébulosité</translation>
    </message>
    <message>
        <source>Cloud shadows</source>
        <translation>Ombres de nuages</translation>
    </message>
    <message>
        <source>Cloud, high probability</source>
        <translation>Nuages, probabilité élevée</translation>
    </message>
    <message>
        <source>Cloud, medium probability</source>
        <translation>Nuages, probabilité moyenne</translation>
    </message>
    <message>
        <source>Collection, period, filters and box in any order: sentinel-2-l2a 2026-08-22/2026-11-22 cloud&lt;=60 orbit=23,123 bbox=-9.4,52.3,-7.6,53.2. An end of the period may be .. for open; ranges are &lt;=60, &gt;=10 or 10..60.</source>
        <translation>Collection, période, filtres et emprise dans n’importe quel ordre : sentinel-2-l2a 2026-08-22/2026-11-22 cloud&lt;=60 orbit=23,123 bbox=-9.4,52.3,-7.6,53.2. Pour une période ouverte, écrire .. au début ou à la fin ; les intervalles s’écrivent &lt;=60, &gt;=10 ou 10..60.</translation>
    </message>
    <message>
        <source>Collection, search box</source>
        <translation>Collection, champ de recherche</translation>
    </message>
    <message>
        <source>Copernicus DEM, 30 m</source>
        <translation>Copernicus DEM, 30 m</translation>
    </message>
    <message>
        <source>Copernicus DEM, 90 m</source>
        <translation>Copernicus DEM, 90 m</translation>
    </message>
    <message>
        <source>Copernicus Data Access</source>
        <translation>Accès aux données Copernicus</translation>
    </message>
    <message>
        <source>Copernicus: downloading</source>
        <translation>Copernicus : téléchargement</translation>
    </message>
    <message>
        <source>Copernicus: searching</source>
        <translation>Copernicus : recherche</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy the area as WKT</source>
        <translation>Copier la zone en WKT</translation>
    </message>
    <message>
        <source>Copy the lines as text</source>
        <translation>Copier les lignes en texte</translation>
    </message>
    <message>
        <source>Copy the link (C)</source>
        <translation>Copier le lien (C)</translation>
    </message>
    <message>
        <source>Copy the search as text</source>
        <translation>Copier la recherche en texte</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Couvre</translation>
    </message>
    <message>
        <source>Covers area</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descendante</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of the collection</source>
        <translation>Détails de la collection</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Transferts</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map. P draws a polygon, Esc stops.</source>
        <translation>Tracer un rectangle sur la carte. P : polygone, Échap : arrêter.</translation>
    </message>
    <message>
        <source>Drape</source>
        <translation>Draper</translation>
    </message>
    <message>
        <source>Drape the quicklook</source>
        <translation>Draper l’aperçu</translation>
    </message>
    <message>
        <source>Draw a polygon</source>
        <translation>Dessiner un polygone</translation>
    </message>
    <message>
        <source>Draw a rectangle</source>
        <translation>Dessiner un rectangle</translation>
    </message>
    <message>
        <source>Earth Search (Sentinel-2 on AWS)</source>
        <translation>Earth Search (Sentinel-2 sur AWS)</translation>
    </message>
    <message>
        <source>Elevation</source>
        <translation>Altitude</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 30 m, nearly the whole world, measured 2010–2015</source>
        <translation>Altitude de la surface, bâtiments et arbres compris, 30 m, presque le monde entier, mesurée en 2010–2015</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 90 m, the whole world, measured 2010–2015</source>
        <translation>Altitude de la surface, bâtiments et arbres compris, 90 m, monde entier, mesurée en 2010–2015</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Urgences</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Extra wide swath</source>
        <translation>Fauchée extra-large</translation>
    </message>
    <message>
        <source>False colour (infrared)</source>
        <translation>Fausses couleurs (infrarouge)</translation>
    </message>
    <message>
        <source>Filter the results</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Filter the results by id, tile, platform or date</source>
        <translation>Filtrer les résultats par identifiant, tuile, plateforme ou date</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Follow the map</source>
        <translation>Suivre la carte</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Auprès de</translation>
    </message>
    <message>
        <source>From {date} on</source>
        <translation>À partir du {date}</translation>
    </message>
    <message>
        <source>HH</source>
        <translation>HH</translation>
    </message>
    <message>
        <source>HV</source>
        <translation>HV</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Points d’accès</translation>
    </message>
    <message>
        <source>Hide the access points</source>
        <translation>Masquer les points d’accès</translation>
    </message>
    <message>
        <source>How to write a search as text</source>
        <translation>Comment écrire une recherche en texte</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>In a larger area</source>
        <translation>Dans une zone plus grande</translation>
    </message>
    <message>
        <source>In another period</source>
        <translation>À une autre période</translation>
    </message>
    <message>
        <source>Interferometric wide swath</source>
        <translation>Interférométrique à large fauchée</translation>
    </message>
    <message>
        <source>Keep the footprints at the next search</source>
        <translation>Garder les empreintes à la prochaine recherche</translation>
    </message>
    <message>
        <source>Keep the selected products on the disk (D)</source>
        <translation>Conserver les produits sélectionnés sur le disque (D)</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>Terres</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Last {period}</source>
        <translation>Depuis {period}</translation>
    </message>
    <message>
        <source>Lay the quicklook on the map (Q)</source>
        <translation>Poser l’aperçu sur la carte (Q)</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>Couche {layer}</translation>
    </message>
    <message>
        <source>Least cloud</source>
        <translation>Moins nuageux</translation>
    </message>
    <message>
        <source>Left and Right move the first day, with Shift the last, with Alt both</source>
        <translation>Gauche et Droite déplacent le premier jour, avec Maj le dernier, avec Alt les deux</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charger</translation>
    </message>
    <message>
        <source>Load with another band combination</source>
        <translation>Charger avec une autre combinaison de bandes</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>MGRS tile</source>
        <translation>Tuile MGRS</translation>
    </message>
    <message>
        <source>Map view</source>
        <translation>Vue de la carte</translation>
    </message>
    <message>
        <source>Marine</source>
        <translation>Milieu marin</translation>
    </message>
    <message>
        <source>Matching collections</source>
        <translation>Collections correspondantes</translation>
    </message>
    <message>
        <source>Microsoft Planetary Computer</source>
        <translation>Microsoft Planetary Computer</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More about this search</source>
        <translation>Options de cette recherche</translation>
    </message>
    <message>
        <source>More ways to give an area</source>
        <translation>Autres façons de définir la zone</translation>
    </message>
    <message>
        <source>Most coverage</source>
        <translation>Plus couvrants</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Récents d’abord</translation>
    </message>
    <message>
        <source>No access point holds {collection} at the moment.</source>
        <translation>Aucun point d’accès ne propose {collection} actuellement.</translation>
    </message>
    <message>
        <source>No area: the whole world is searched</source>
        <translation>Aucune zone : recherche dans le monde entier</translation>
    </message>
    <message>
        <source>No collection has these words.</source>
        <translation>Aucune collection ne contient ces mots.</translation>
    </message>
    <message>
        <source>No connection to the internet (the proxy does not answer).</source>
        <translation>Pas de connexion à Internet (le proxy ne répond pas).</translation>
    </message>
    <message>
        <source>No connection to the internet (the proxy {proxy} does not answer).</source>
        <translation>Pas de connexion à Internet (le proxy {proxy} ne répond pas).</translation>
    </message>
    <message>
        <source>No product matches</source>
        <translation>Aucun produit ne correspond</translation>
    </message>
    <message>
        <source>No search was made yet.</source>
        <translation>Aucune recherche effectuée.</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>Aucune réponse</translation>
    </message>
    <message>
        <source>Not vegetated</source>
        <translation>Sans végétation</translation>
    </message>
    <message>
        <source>Nothing is selected. Select features on the map first.</source>
        <translation>Aucune sélection. Sélectionner d’abord des entités sur la carte.</translation>
    </message>
    <message>
        <source>Nothing searched yet</source>
        <translation>Aucune recherche effectuée</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Aucune sélection</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Anciens d’abord</translation>
    </message>
    <message>
        <source>One month earlier</source>
        <translation>Un mois plus tôt</translation>
    </message>
    <message>
        <source>Only {free} are free in the download folder; {needed} are needed.</source>
        <translation>Il ne reste que {free} dans le dossier de téléchargement ; il faut {needed}.</translation>
    </message>
    <message>
        <source>Open QGIS's network options</source>
        <translation>Ouvrir les options réseau de QGIS</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Orbite</translation>
    </message>
    <message>
        <source>Orbit direction</source>
        <translation>Sens de l’orbite</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Tri</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Ordre de la liste</translation>
    </message>
    <message>
        <source>Paste an area (WKT or box)</source>
        <translation>Coller une zone (WKT ou emprise)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Polarisation</source>
        <translation>Polarisation</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>QGIS may not write to the download folder.</source>
        <translation>QGIS n’a pas le droit d’écrire dans le dossier de téléchargement.</translation>
    </message>
    <message>
        <source>QGIS may not write to {file}.</source>
        <translation>QGIS n’a pas le droit d’écrire dans {file}.</translation>
    </message>
    <message>
        <source>QGIS may not write to {folder}.</source>
        <translation>QGIS n’a pas le droit d’écrire dans {folder}.</translation>
    </message>
    <message>
        <source>Radar backscatter, 10–40 m, through clouds and at night, every 6–12 days, since 2014</source>
        <translation>Rétrodiffusion radar, 10–40 m, de nuit et par temps couvert, 6–12 jours, depuis 2014</translation>
    </message>
    <message>
        <source>Reading {layer}…</source>
        <translation>Lecture de {layer}…</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Relative orbit</source>
        <translation>Orbite relative</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellite</translation>
    </message>
    <message>
        <source>Saturated or defective</source>
        <translation>Saturé ou défectueux</translation>
    </message>
    <message>
        <source>Scene classification</source>
        <translation>Classification de la scène</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message numerus="yes">
        <source>Search %n access point(s)</source>
        <translation>
            <numerusform>Chercher auprès de %n point d’accès</numerusform>
            <numerusform>Chercher auprès de %n points d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>Search and download: everyone, without an account. Nobody promises that it always works.</source>
        <translation>Recherche et téléchargement : pour tous, sans compte. Aucune garantie de disponibilité.</translation>
    </message>
    <message>
        <source>Search and download: everyone, without an account. Sentinel-1 and Sentinel-2 L1C files lie where the reader pays Amazon: they can be found here, but not loaded.</source>
        <translation>Recherche et téléchargement : pour tous, sans compte. Les fichiers Sentinel-1 et Sentinel-2 L1C se trouvent là où le lecteur paie Amazon : ils peuvent être trouvés ici, mais pas chargés.</translation>
    </message>
    <message numerus="yes">
        <source>Search found %n product(s)</source>
        <translation>
            <numerusform>La recherche a trouvé %n produit</numerusform>
            <numerusform>La recherche a trouvé %n produits</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the map view again whenever the map has moved</source>
        <translation>Relancer la recherche sur la vue de la carte à chaque déplacement</translation>
    </message>
    <message>
        <source>Search, stream and download Copernicus data</source>
        <translation>Rechercher, afficher et télécharger les données Copernicus</translation>
    </message>
    <message>
        <source>Searches made before</source>
        <translation>Recherches précédentes</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Saison…</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Sentinel-1</source>
        <translation>Sentinel-1</translation>
    </message>
    <message>
        <source>Sentinel-1 GRD</source>
        <translation>Sentinel-1 GRD</translation>
    </message>
    <message>
        <source>Sentinel-1 RTC</source>
        <translation>Sentinel-1 RTC</translation>
    </message>
    <message>
        <source>Sentinel-1, Sentinel-2 and the Copernicus elevation model as cloud-optimised files on Azure, in Western Europe.</source>
        <translation>Sentinel-1, Sentinel-2 et le modèle d’élévation Copernicus en fichiers optimisés pour le cloud sur Azure, en Europe de l’Ouest.</translation>
    </message>
    <message>
        <source>Sentinel-1A</source>
        <translation>Sentinel-1A</translation>
    </message>
    <message>
        <source>Sentinel-1B</source>
        <translation>Sentinel-1B</translation>
    </message>
    <message>
        <source>Sentinel-1C</source>
        <translation>Sentinel-1C</translation>
    </message>
    <message>
        <source>Sentinel-1D</source>
        <translation>Sentinel-1D</translation>
    </message>
    <message>
        <source>Sentinel-2</source>
        <translation>Sentinel-2</translation>
    </message>
    <message>
        <source>Sentinel-2 L1C</source>
        <translation>Sentinel-2 L1C</translation>
    </message>
    <message>
        <source>Sentinel-2 L2A</source>
        <translation>Sentinel-2 L2A</translation>
    </message>
    <message>
        <source>Sentinel-2 L2A, Collection 1</source>
        <translation>Sentinel-2 L2A, Collection 1</translation>
    </message>
    <message>
        <source>Sentinel-2 of the map view, last 30 days</source>
        <translation>Sentinel-2 dans la vue, 30 derniers jours</translation>
    </message>
    <message>
        <source>Sentinel-2 surface reflectance as cloud-optimised files that stream well, and the Copernicus elevation model, on Amazon Web Services.</source>
        <translation>Réflectance de surface Sentinel-2 en fichiers optimisés pour la lecture en flux, et modèle d’élévation Copernicus, sur Amazon Web Services.</translation>
    </message>
    <message>
        <source>Sentinel-2A</source>
        <translation>Sentinel-2A</translation>
    </message>
    <message>
        <source>Sentinel-2B</source>
        <translation>Sentinel-2B</translation>
    </message>
    <message>
        <source>Sentinel-2C</source>
        <translation>Sentinel-2C</translation>
    </message>
    <message>
        <source>Short-wave infrared</source>
        <translation>Infrarouge à ondes courtes</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show the access points</source>
        <translation>Afficher les points d’accès</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Légers d’abord</translation>
    </message>
    <message>
        <source>Snow or ice</source>
        <translation>Neige ou glace</translation>
    </message>
    <message>
        <source>Something went wrong. The log says more.</source>
        <translation>Une erreur s’est produite. Le journal en dit plus.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Spring {years}</source>
        <translation>Printemps {years}</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Repartir de zéro</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the running search (Esc)</source>
        <translation>Arrêter la recherche en cours (Échap)</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Arrêter la recherche</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Recherche arrêtée</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Stream the selected products to the map (L)</source>
        <translation>Afficher les produits sélectionnés sur la carte, sans les télécharger (L)</translation>
    </message>
    <message>
        <source>Stripmap</source>
        <translation>Stripmap</translation>
    </message>
    <message>
        <source>Summer {years}</source>
        <translation>Été {years}</translation>
    </message>
    <message>
        <source>Surface reflectance, 10–60 m, every 5 days, since 2015</source>
        <translation>Réflectance de surface, 10–60 m, 5 j, depuis 2015</translation>
    </message>
    <message>
        <source>Surface reflectance, 10–60 m, the archive processed anew in one way, since 2015</source>
        <translation>Réflectance de surface, 10–60 m, archive retraitée de façon homogène, depuis 2015</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Take a layer</source>
        <translation>Utiliser une couche</translation>
    </message>
    <message>
        <source>Take the map view</source>
        <translation>Utiliser la vue de la carte</translation>
    </message>
    <message>
        <source>Take the selected features</source>
        <translation>Utiliser les entités sélectionnées</translation>
    </message>
    <message>
        <source>Terrain-corrected radar backscatter (gamma nought), 10 m, since 2014</source>
        <translation>Rétrodiffusion radar corrigée du relief (gamma zéro), 10 m, depuis 2014</translation>
    </message>
    <message>
        <source>The account was refused. Check it, then try again.</source>
        <translation>Le compte a été refusé. Le vérifier, puis réessayer.</translation>
    </message>
    <message>
        <source>The answer is too large and was stopped. Ask for a smaller area or period.</source>
        <translation>La réponse est trop grande et a été arrêtée. Réduire la zone ou la période.</translation>
    </message>
    <message>
        <source>The answer of {place} is larger than {limit} and was stopped. Ask for a smaller area or period.</source>
        <translation>La réponse de {place} dépasse {limit} et a été arrêtée. Réduire la zone ou la période.</translation>
    </message>
    <message>
        <source>The area cannot be brought from {crs} into longitude and latitude.</source>
        <translation>La zone ne peut pas être convertie de {crs} en longitude et latitude.</translation>
    </message>
    <message>
        <source>The area cannot be brought into longitude and latitude.</source>
        <translation>La zone ne peut pas être convertie en longitude et latitude.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted. If your network inspects traffic, add its authority to QGIS.</source>
        <translation>Le certificat de {host} n’est pas reconnu. Si le réseau inspecte le trafic, ajouter son autorité de certification dans QGIS.</translation>
    </message>
    <message>
        <source>The collection is not there.</source>
        <translation>La collection n’existe pas.</translation>
    </message>
    <message>
        <source>The collection {collection} is not there.</source>
        <translation>La collection {collection} n’existe pas.</translation>
    </message>
    <message>
        <source>The connection ended early.</source>
        <translation>La connexion s’est interrompue.</translation>
    </message>
    <message>
        <source>The connection to {place} ended early.</source>
        <translation>La connexion à {place} s’est interrompue.</translation>
    </message>
    <message>
        <source>The connection to {place} ended early: {received} of {expected} arrived.</source>
        <translation>La connexion à {place} s’est interrompue : {received} sur {expected} reçus.</translation>
    </message>
    <message>
        <source>The download folder cannot be used.</source>
        <translation>Le dossier de téléchargement est inutilisable.</translation>
    </message>
    <message>
        <source>The file arrived complete but its checksum ({algorithm}) differs. It was removed.</source>
        <translation>Le fichier est arrivé complet mais sa somme de contrôle ({algorithm}) diffère. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The file arrived complete but its checksum differs. It was removed.</source>
        <translation>Le fichier est arrivé complet mais sa somme de contrôle diffère. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The file cannot be read. Remove it and download it again.</source>
        <translation>Le fichier est illisible. Le supprimer et le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>The file has another length than announced. It was removed.</source>
        <translation>Le fichier n’a pas la taille annoncée. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The file of {place} has {received} instead of {expected}. It was removed.</source>
        <translation>Le fichier de {place} fait {received} au lieu de {expected}. Il a été supprimé.</translation>
    </message>
    <message>
        <source>The filters of this list hide all products</source>
        <translation>Les filtres de cette liste masquent tous les produits</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Le premier jour est après le dernier.</translation>
    </message>
    <message>
        <source>The lower end is above the upper one.</source>
        <translation>La borne inférieure dépasse la borne supérieure.</translation>
    </message>
    <message>
        <source>The network cannot be reached.</source>
        <translation>Le réseau est injoignable.</translation>
    </message>
    <message>
        <source>The polygon crosses itself near {position}.</source>
        <translation>Le polygone se croise lui-même près de {position}.</translation>
    </message>
    <message>
        <source>The polygon crosses itself.</source>
        <translation>Le polygone se croise lui-même.</translation>
    </message>
    <message>
        <source>The project has no vector layer.</source>
        <translation>Le projet ne contient aucune couche vecteur.</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password.</source>
        <translation>Le proxy demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>The proxy needs a way of signing in that works neither here nor in QGIS. Ask for an HTTP proxy.</source>
        <translation>Le proxy exige une authentification qui ne fonctionne ni ici ni dans QGIS. Demander un proxy HTTP.</translation>
    </message>
    <message>
        <source>The proxy {proxy} asks for a name and a password.</source>
        <translation>Le proxy {proxy} demande un nom d’utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <source>The proxy {proxy} needs {scheme}, which works neither here nor in QGIS. Ask for an HTTP proxy.</source>
        <translation>Le proxy {proxy} exige {scheme}, qui ne fonctionne ni ici ni dans QGIS. Demander un proxy HTTP.</translation>
    </message>
    <message>
        <source>The quota at {place} is used up for now. Try again later.</source>
        <translation>Le quota de {place} est épuisé pour le moment. Réessayer plus tard.</translation>
    </message>
    <message>
        <source>The quota is used up for now. Try again later.</source>
        <translation>Le quota est épuisé pour le moment. Réessayer plus tard.</translation>
    </message>
    <message>
        <source>The search as text</source>
        <translation>La recherche en texte</translation>
    </message>
    <message>
        <source>The search was stopped before anything was found.</source>
        <translation>La recherche a été arrêtée avant d’avoir trouvé un produit.</translation>
    </message>
    <message>
        <source>The server answered with something that cannot be read.</source>
        <translation>Le serveur a envoyé une réponse illisible.</translation>
    </message>
    <message>
        <source>The server did not answer in time. The other results are complete without it.</source>
        <translation>Le serveur n’a pas répondu à temps. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>The server did not answer in time. What has arrived is kept.</source>
        <translation>Le serveur n’a pas répondu à temps. Ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>The server does not accept connections at the moment.</source>
        <translation>Le serveur n’accepte pas de connexions actuellement.</translation>
    </message>
    <message>
        <source>The server has a fault of its own. Try again in a while.</source>
        <translation>Le serveur a une panne interne. Réessayer un peu plus tard.</translation>
    </message>
    <message>
        <source>The server has had too many requests. Try again in a minute.</source>
        <translation>Le serveur a reçu trop de requêtes. Réessayer dans une minute.</translation>
    </message>
    <message>
        <source>The server sends the request round in circles.</source>
        <translation>Le serveur redirige la requête en boucle.</translation>
    </message>
    <message>
        <source>The server's certificate is not trusted. If your network inspects traffic, add its authority to QGIS.</source>
        <translation>Le certificat du serveur n’est pas reconnu. Si le réseau inspecte le trafic, ajouter son autorité de certification dans QGIS.</translation>
    </message>
    <message>
        <source>The server's name cannot be found. Is this computer connected to the internet?</source>
        <translation>Le nom du serveur est introuvable. Cet ordinateur est-il connecté à Internet ?</translation>
    </message>
    <message>
        <source>The text has a word that was not understood.</source>
        <translation>Un mot du texte n’a pas été compris.</translation>
    </message>
    <message>
        <source>There is no area: nothing lies inside.</source>
        <translation>La zone est vide : elle n’a pas de surface.</translation>
    </message>
    <message>
        <source>There is no collection “{word}”.</source>
        <translation>La collection « {word} » n’existe pas.</translation>
    </message>
    <message>
        <source>Thin cirrus</source>
        <translation>Cirrus fins</translation>
    </message>
    <message>
        <source>This cannot be asked.</source>
        <translation>Cette recherche n’est pas possible.</translation>
    </message>
    <message>
        <source>This collection does not depend on time.</source>
        <translation>Cette collection ne dépend pas du temps.</translation>
    </message>
    <message>
        <source>This collection has no filter “{word}”.</source>
        <translation>Cette collection n’a pas de filtre « {word} ».</translation>
    </message>
    <message>
        <source>This collection has no filters.</source>
        <translation>Cette collection n’a pas de filtre.</translation>
    </message>
    <message>
        <source>This is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</source>
        <translation>Ce n’est pas une emprise. Saisir ouest, sud, est, nord en degrés, p. ex. -9.4, 52.3, -7.6, 53.2.</translation>
    </message>
    <message>
        <source>This is not an address that can be asked.</source>
        <translation>Cette adresse n’est pas utilisable.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Cet élément n’existe plus.</translation>
    </message>
    <message>
        <source>This needs an account.</source>
        <translation>Un compte est nécessaire.</translation>
    </message>
    <message>
        <source>This product is in the archive and has to be ordered.</source>
        <translation>Ce produit est dans les archives et doit être commandé.</translation>
    </message>
    <message>
        <source>This product is in the archive of {place} and has to be ordered there.</source>
        <translation>Ce produit est dans les archives de {place} et doit y être commandé.</translation>
    </message>
    <message>
        <source>This product offers no file that can be used here.</source>
        <translation>Ce produit n’offre aucun fichier utilisable ici.</translation>
    </message>
    <message>
        <source>Those that answered have no {collection} for this area, period and filters.</source>
        <translation>Les points d’accès qui ont répondu n’ont pas {collection} pour cette zone, cette période et ces filtres.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Tick an access point.</source>
        <translation>Cocher un point d’accès.</translation>
    </message>
    <message>
        <source>Tick several access points at once</source>
        <translation>Cocher plusieurs points d’accès à la fois</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>Top-of-atmosphere reflectance, 10–60 m, every 5 days, since 2015</source>
        <translation>Réflectance apparente (TOA), 10–60 m, 5 j, depuis 2015</translation>
    </message>
    <message>
        <source>Topographic casted shadows</source>
        <translation>Ombres portées du relief</translation>
    </message>
    <message>
        <source>True colour</source>
        <translation>Couleurs naturelles</translation>
    </message>
    <message>
        <source>Type a word, or browse by theme.</source>
        <translation>Saisir un mot ou parcourir par thème.</translation>
    </message>
    <message>
        <source>Type what to search, for instance sentinel 2</source>
        <translation>Chercher, p. ex. sentinel 2</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Non classé</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>Utiliser ce dossier</translation>
    </message>
    <message>
        <source>VH</source>
        <translation>VH</translation>
    </message>
    <message>
        <source>VV</source>
        <translation>VV</translation>
    </message>
    <message>
        <source>Vegetation</source>
        <translation>Végétation</translation>
    </message>
    <message>
        <source>Waiting for the first answer</source>
        <translation>En attente de la première réponse</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Eau</translation>
    </message>
    <message>
        <source>West, south, east, north in degrees (EPSG:4326)</source>
        <translation>Ouest, sud, est, nord en degrés (EPSG:4326)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What went wrong stands above, with what can be done about it.</source>
        <translation>Le problème et les solutions possibles sont indiqués ci-dessus.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Where should downloads go?</source>
        <translation>Où enregistrer les téléchargements ?</translation>
    </message>
    <message>
        <source>Whole world</source>
        <translation>Monde entier</translation>
    </message>
    <message>
        <source>Winter {years}</source>
        <translation>Hiver {years}</translation>
    </message>
    <message>
        <source>With another query</source>
        <translation>Avec une autre recherche</translation>
    </message>
    <message>
        <source>With another “{title}”</source>
        <translation>Avec une autre valeur de « {title} »</translation>
    </message>
    <message>
        <source>Without the cloud filter</source>
        <translation>Sans le filtre de nuages</translation>
    </message>
    <message>
        <source>Without the filter “{title}”</source>
        <translation>Sans le filtre « {title} »</translation>
    </message>
    <message>
        <source>Without the period</source>
        <translation>Sans la période</translation>
    </message>
    <message>
        <source>Words that must be in the id, tile, platform or date. Acts on this list only.</source>
        <translation>Mots à trouver dans l’identifiant, la tuile, la plateforme ou la date. N’agit que sur cette liste.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomer</translation>
    </message>
    <message>
        <source>Zoom the map to the footprint (Z)</source>
        <translation>Zoomer la carte sur l’empreinte (Z)</translation>
    </message>
    <message>
        <source>Zoom to the area</source>
        <translation>Zoomer sur la zone</translation>
    </message>
    <message>
        <source>Zoom to the footprints</source>
        <translation>Zoomer sur les empreintes</translation>
    </message>
    <message>
        <source>account needed</source>
        <translation>compte requis</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>all before</source>
        <translation>jusqu’à cette date</translation>
    </message>
    <message>
        <source>all dates</source>
        <translation>toutes les dates</translation>
    </message>
    <message>
        <source>all since</source>
        <translation>depuis cette date</translation>
    </message>
    <message>
        <source>all {count} shown</source>
        <translation>{count} sur {count} affichés</translation>
    </message>
    <message>
        <source>any</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>any, for instance {example}</source>
        <translation>toutes, p. ex. {example}</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>interrogé</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>nuages</translation>
    </message>
    <message>
        <source>cloud &lt; 10 %</source>
        <translation>nuages &lt; 10 %</translation>
    </message>
    <message>
        <source>cloud &lt; 20 %</source>
        <translation>nuages &lt; 20 %</translation>
    </message>
    <message>
        <source>cloud &lt; 40 %</source>
        <translation>nuages &lt; 40 %</translation>
    </message>
    <message>
        <source>cloud unknown</source>
        <translation>nébulosité inconnue</translation>
    </message>
    <message>
        <source>cloud {number} per cent</source>
        <translation>nuages {number} pour cent</translation>
    </message>
    <message>
        <source>cloud ≥ 40 %</source>
        <translation>nuages ≥ 40 %</translation>
    </message>
    <message>
        <source>cover {share} of the area</source>
        <translation>couvrent {share} de la zone</translation>
    </message>
    <message>
        <source>covers</source>
        <translation>couvre</translation>
    </message>
    <message>
        <source>covers {number} per cent</source>
        <translation>couvre {number} pour cent</translation>
    </message>
    <message>
        <source>covers {share}</source>
        <translation>couvre {share}</translation>
    </message>
    <message>
        <source>covers {share} of the area</source>
        <translation>couvre {share} de la zone</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>download</source>
        <translation>à télécharger</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>first {found} of {total}</source>
        <translation>{found} premiers sur {total}</translation>
    </message>
    <message>
        <source>first {found}, there are more</source>
        <translation>{found} premiers, il y en a plus</translation>
    </message>
    <message>
        <source>from</source>
        <translation>du</translation>
    </message>
    <message numerus="yes">
        <source>from %n access point(s)</source>
        <translation>
            <numerusform>de %n point d’accès</numerusform>
            <numerusform>de %n points d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>chargé</translation>
    </message>
    <message>
        <source>no account needed</source>
        <translation>sans compte</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>non coché</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>order first</source>
        <translation>commander</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>restreint</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>search only</source>
        <translation>recherche seule</translation>
    </message>
    <message>
        <source>search only without account</source>
        <translation>sans compte : recherche seule</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>sélectionné</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>depuis {year}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>stopped at {count}</source>
        <translation>arrêté à {count}</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>en flux</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>coché</translation>
    </message>
    <message>
        <source>tile {tile}</source>
        <translation>tuile {tile}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>waiting for a free connection</source>
        <translation>en attente d’une connexion</translation>
    </message>
    <message>
        <source>west, south, east, north</source>
        <translation>ouest, sud, est, nord</translation>
    </message>
    <message>
        <source>{access_point} does not have the collection {collection}.</source>
        <translation>{access_point} n’a pas la collection {collection}.</translation>
    </message>
    <message>
        <source>{change}, {count}, show them</source>
        <translation>{change}, {count}, les afficher</translation>
    </message>
    <message>
        <source>{change}:</source>
        <translation>{change} :</translation>
    </message>
    <message>
        <source>{collection} does not depend on time; no period is sent.</source>
        <translation>{collection} ne dépend pas du temps ; aucune période n’est envoyée.</translation>
    </message>
    <message>
        <source>{count} or more</source>
        <translation>{count} ou plus</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>Sélection : {count}</translation>
    </message>
    <message>
        <source>{date} {time} UTC</source>
        <translation>{date} {time} UTC</translation>
    </message>
    <message>
        <source>{day} {time} UTC</source>
        <translation>{day} {time} UTC</translation>
    </message>
    <message>
        <source>{degrees}° E</source>
        <translation>{degrees}° E</translation>
    </message>
    <message>
        <source>{degrees}° N</source>
        <translation>{degrees}° N</translation>
    </message>
    <message>
        <source>{degrees}° S</source>
        <translation>{degrees}° S</translation>
    </message>
    <message>
        <source>{degrees}° W</source>
        <translation>{degrees}° O</translation>
    </message>
    <message>
        <source>{done} of {asked} access points done</source>
        <translation>{done} sur {asked} points d’accès</translation>
    </message>
    <message>
        <source>{file} cannot be read. Remove it and download it again.</source>
        <translation>{file} est illisible. Le supprimer et le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>{filter}, at least</source>
        <translation>{filter}, au moins</translation>
    </message>
    <message>
        <source>{filter}, at most</source>
        <translation>{filter}, au plus</translation>
    </message>
    <message>
        <source>{filter}, at most, slider</source>
        <translation>{filter}, au plus, curseur</translation>
    </message>
    <message>
        <source>{filter}, separated by commas</source>
        <translation>{filter}, séparés par des virgules</translation>
    </message>
    <message>
        <source>{found}; {done} of {asked} access points done</source>
        <translation>{found} ; points d’accès terminés : {done} sur {asked}</translation>
    </message>
    <message>
        <source>{host} cannot be found. Is this computer connected to the internet?</source>
        <translation>{host} est introuvable. Cet ordinateur est-il connecté à Internet ?</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>{months}, products a day</source>
        <translation>{months}, prod./jour</translation>
    </message>
    <message>
        <source>{months}, products a month</source>
        <translation>{months}, prod./mois</translation>
    </message>
    <message>
        <source>{months}, products a week</source>
        <translation>{months}, prod./semaine</translation>
    </message>
    <message>
        <source>{months}, products a year</source>
        <translation>{months}, prod./an</translation>
    </message>
    <message>
        <source>{names} did not answer</source>
        <translation>Sans réponse : {names}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} Go</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} Mo</translation>
    </message>
    <message>
        <source>{number} TB</source>
        <translation>{number} To</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} octets</translation>
    </message>
    <message>
        <source>{number} gigabytes</source>
        <translation>{number} gigaoctets</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} ko</translation>
    </message>
    <message>
        <source>{number} km²</source>
        <translation>{number} km²</translation>
    </message>
    <message>
        <source>{number} m</source>
        <translation>{number} m</translation>
    </message>
    <message>
        <source>{number} megabytes</source>
        <translation>{number} mégaoctets</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} sur {whole}</translation>
    </message>
    <message>
        <source>{place} answered incompletely, so its answer cannot be used.</source>
        <translation>{place} a envoyé une réponse incomplète, inutilisable.</translation>
    </message>
    <message>
        <source>{place} answered with a page that is not data (perhaps a login page of your network).</source>
        <translation>{place} a envoyé une page au lieu de données (peut-être la page de connexion du réseau).</translation>
    </message>
    <message>
        <source>{place} answered with something that cannot be read.</source>
        <translation>{place} a envoyé une réponse illisible.</translation>
    </message>
    <message>
        <source>{place} answered with something that cannot be used.</source>
        <translation>{place} a envoyé une réponse inutilisable.</translation>
    </message>
    <message>
        <source>{place} answered without “{key}”, so its answer cannot be used.</source>
        <translation>{place} a répondu sans « {key} » : réponse inutilisable.</translation>
    </message>
    <message>
        <source>{place} cannot be asked this.</source>
        <translation>{place} ne permet pas cette recherche.</translation>
    </message>
    <message>
        <source>{place} cannot be reached.</source>
        <translation>{place} est injoignable.</translation>
    </message>
    <message>
        <source>{place} cannot be searched without an account.</source>
        <translation>{place} nécessite un compte pour la recherche.</translation>
    </message>
    <message>
        <source>{place} did not answer in time. The other results are complete without it.</source>
        <translation>{place} n’a pas répondu à temps. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} did not answer in time. What has arrived is kept.</source>
        <translation>{place} n’a pas répondu à temps. Ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s. The other results are complete without it.</source>
        <translation>{place} n’a pas répondu en {seconds} s. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s. What has arrived is kept.</source>
        <translation>{place} n’a pas répondu en {seconds} s. Ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>{place} does not accept connections at the moment.</source>
        <translation>{place} n’accepte pas de connexions actuellement.</translation>
    </message>
    <message>
        <source>{place} does not have the collection {collection}.</source>
        <translation>{place} n’a pas la collection {collection}.</translation>
    </message>
    <message>
        <source>{place} does not have this any more ({status}).</source>
        <translation>{place} ne l’a plus ({status}).</translation>
    </message>
    <message>
        <source>{place} does not have this any more.</source>
        <translation>{place} ne l’a plus.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own ({status}). The other results are complete without it.</source>
        <translation>{place} a une panne interne ({status}). Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own ({status}). Try again in a while.</source>
        <translation>{place} a une panne interne ({status}). Réessayer un peu plus tard.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own. The other results are complete without it.</source>
        <translation>{place} a une panne interne. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} has a fault of its own. Try again in a while.</source>
        <translation>{place} a une panne interne. Réessayer un peu plus tard.</translation>
    </message>
    <message>
        <source>{place} has had too many requests. It asks to wait {seconds} s.</source>
        <translation>{place} a reçu trop de requêtes et demande d’attendre {seconds} s.</translation>
    </message>
    <message>
        <source>{place} has had too many requests. Try again in a minute.</source>
        <translation>{place} a reçu trop de requêtes. Réessayer dans une minute.</translation>
    </message>
    <message>
        <source>{place} needs an account for this ({status}).</source>
        <translation>{place} demande un compte pour cela ({status}).</translation>
    </message>
    <message>
        <source>{place} needs an account for this.</source>
        <translation>{place} demande un compte pour cela.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} sur {count}</translation>
    </message>
    <message>
        <source>{place} refused the account ({status}). Check it, then try again.</source>
        <translation>{place} a refusé le compte ({status}). Le vérifier, puis réessayer.</translation>
    </message>
    <message>
        <source>{place} refused the account. Check it, then try again.</source>
        <translation>{place} a refusé le compte. Le vérifier, puis réessayer.</translation>
    </message>
    <message>
        <source>{place} refused the question ({status}).</source>
        <translation>{place} a refusé la requête ({status}).</translation>
    </message>
    <message>
        <source>{place} sends the request round in circles.</source>
        <translation>{place} redirige la requête en boucle.</translation>
    </message>
    <message>
        <source>{place} would ignore this, so it was filtered here: {names}</source>
        <translation>{place} ignorerait ces critères, appliqués ici : {names}</translation>
    </message>
    <message>
        <source>{place}: a licence is not accepted yet.</source>
        <translation>{place} : une licence n’est pas encore acceptée.</translation>
    </message>
    <message>
        <source>{product} offers no file that can be used here.</source>
        <translation>{product} n’offre aucun fichier utilisable ici.</translation>
    </message>
    <message>
        <source>{product} · {preset}</source>
        <translation>{product} · {preset}</translation>
    </message>
    <message>
        <source>{section}, closed</source>
        <translation>{section}, section repliée</translation>
    </message>
    <message>
        <source>{section}, open</source>
        <translation>{section}, section dépliée</translation>
    </message>
    <message>
        <source>{sentence} Shown: {products} of {time}.</source>
        <translation>{sentence} Liste affichée : {products} ({time}).</translation>
    </message>
    <message>
        <source>{shape}, {vertices}</source>
        <translation>{shape}, {vertices}</translation>
    </message>
    <message>
        <source>{share} of area</source>
        <translation>{share} de la zone</translation>
    </message>
    <message>
        <source>{shown} of {count} shown</source>
        <translation>{shown} sur {count} affichés</translation>
    </message>
    <message>
        <source>{ticked} of {all}</source>
        <translation>{ticked} sur {all}</translation>
    </message>
    <message>
        <source>{time} UTC</source>
        <translation>{time} UTC</translation>
    </message>
    <message>
        <source>{time} today</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>{title} is downloaded.</source>
        <translation>{title} est téléchargé.</translation>
    </message>
    <message>
        <source>{title} is loaded. {attribution}</source>
        <translation>{title} est chargé. {attribution}</translation>
    </message>
    <message>
        <source>{title}: {size} MB in {seconds} s</source>
        <translation>{title} : {size} Mo en {seconds} s</translation>
    </message>
    <message>
        <source>{tool}, on</source>
        <translation>{tool}, activé</translation>
    </message>
    <message>
        <source>{what}, in UTC</source>
        <translation>{what}, en UTC</translation>
    </message>
    <message>
        <source>“{address}” is not an address that can be asked.</source>
        <translation>« {address} » n’est pas une adresse utilisable.</translation>
    </message>
    <message>
        <source>“{text}” is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2.</source>
        <translation>« {text} » n’est pas une emprise. Saisir ouest, sud, est, nord en degrés, p. ex. -9.4, 52.3, -7.6, 53.2.</translation>
    </message>
    <message>
        <source>“{word}” does not fit.</source>
        <translation>« {word} » ne convient pas.</translation>
    </message>
    <message>
        <source>“{word}” does not fit. Possible: {expected}.</source>
        <translation>« {word} » ne convient pas. Valeurs possibles : {expected}.</translation>
    </message>
    <message>
        <source>“{word}” is not a box. Write bbox=west,south,east,north in degrees.</source>
        <translation>« {word} » n’est pas une emprise. Écrire bbox=ouest,sud,est,nord en degrés.</translation>
    </message>
    <message>
        <source>“{word}” is not a period. Write 2026-08-22/2026-11-22.</source>
        <translation>« {word} » n’est pas une période. Écrire 2026-08-22/2026-11-22.</translation>
    </message>
    <message>
        <source>“{word}” is not a range. Write 10..60 or &lt;=60.</source>
        <translation>« {word} » n’est pas un intervalle. Écrire 10..60 ou &lt;=60.</translation>
    </message>
    <message>
        <source>“{word}” is outside {expected}.</source>
        <translation>« {word} » est hors de l’intervalle {expected}.</translation>
    </message>
    <message>
        <source>“{word}” is there twice.</source>
        <translation>« {word} » figure deux fois.</translation>
    </message>
    <message>
        <source>“{word}” needs a number.</source>
        <translation>« {word} » demande un nombre.</translation>
    </message>
    <message>
        <source>“{word}” was not understood.</source>
        <translation>« {word} » n’a pas été compris.</translation>
    </message>
    <message>
        <source>‹ Back to the results</source>
        <translation>‹ Retour aux résultats</translation>
    </message>
    <message>
        <source>≥ 40 %</source>
        <translation>≥ 40 %</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n téléchargement</numerusform>
            <numerusform>%n téléchargements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>encore %n seconde</numerusform>
            <numerusform>encore %n secondes</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All shows the others.</source>
        <translation>« Tous » affiche les autres.</translation>
    </message>
    <message>
        <source>Cancel (Delete)</source>
        <translation>Annuler (Suppr)</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>L’annuler</translation>
    </message>
    <message>
        <source>Cancel this download? {size} that arrived would be lost.</source>
        <translation>Annuler ce téléchargement ? {size} déjà reçus seraient perdus.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Checking that all arrived</source>
        <translation>Vérification de l’intégrité</translation>
    </message>
    <message>
        <source>Choose the download folder…</source>
        <translation>Choisir le dossier de téléchargement…</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>Retirer les finis</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Finis</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>Failed, {size} are kept</source>
        <translation>Échec, {size} conservés</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Length checked</source>
        <translation>Taille vérifiée</translation>
    </message>
    <message>
        <source>Load (L)</source>
        <translation>Charger (L)</translation>
    </message>
    <message>
        <source>Load when done</source>
        <translation>Charger à l’arrivée</translation>
    </message>
    <message>
        <source>None in this state</source>
        <translation>Aucun dans cet état</translation>
    </message>
    <message>
        <source>Nothing downloaded yet</source>
        <translation>Aucun téléchargement</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Rien en cours</translation>
    </message>
    <message>
        <source>Open the download folder</source>
        <translation>Ouvrir le dossier de téléchargement</translation>
    </message>
    <message>
        <source>Open the folder (O)</source>
        <translation>Ouvrir le dossier (O)</translation>
    </message>
    <message>
        <source>Open the folder {folder}</source>
        <translation>Ouvrir le dossier {folder}</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Suspendre (Espace)</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout suspendre</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>Reprendre (Espace)</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Select products in the Results tab and press Download. They are kept in the folder that you choose.</source>
        <translation>Sélectionner des produits dans l’onglet Résultats, puis « Télécharger ». Ils sont conservés dans le dossier choisi.</translation>
    </message>
    <message>
        <source>Take it off the list (Delete)</source>
        <translation>Retirer de la liste (Suppr)</translation>
    </message>
    <message>
        <source>Take what is done off this list; the files stay</source>
        <translation>Retirer les téléchargements finis de cette liste ; les fichiers restent</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again (R)</source>
        <translation>Réessayer (R)</translation>
    </message>
    <message>
        <source>Verified ({algorithm})</source>
        <translation>Vérifié ({algorithm})</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En attente de son tour</translation>
    </message>
    <message>
        <source>Waiting for the network</source>
        <translation>En attente du réseau</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} en cours</translation>
    </message>
    <message>
        <source>{done} of {asked} done</source>
        <translation>{done} sur {asked}</translation>
    </message>
    <message>
        <source>{name}, {count}</source>
        <translation>{name}, {count}</translation>
    </message>
    <message>
        <source>{name}, {count}, on</source>
        <translation>{name}, {count}, activé</translation>
    </message>
    <message>
        <source>{number} MB/s</source>
        <translation>{number} Mo/s</translation>
    </message>
    <message>
        <source>{number} kB/s</source>
        <translation>{number} ko/s</translation>
    </message>
    <message>
        <source>{number} per cent</source>
        <translation>{number} pour cent</translation>
    </message>
    <message>
        <source>{place} was busy, tries again soon</source>
        <translation>{place} était occupé, nouvel essai sous peu</translation>
    </message>
    <message>
        <source>{size} free in</source>
        <translation>{size} libres dans</translation>
    </message>
    <message>
        <source>{size} in {time}</source>
        <translation>{size} en {time}</translation>
    </message>
    <message>
        <source>The download folder</source>
        <translation>Le dossier de téléchargement</translation>
    </message>
    <message>
        <source>open to all</source>
        <translation>sans compte</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) are loaded.</source>
        <translation>
            <numerusform>%n couche est chargée.</numerusform>
            <numerusform>%n couches sont chargées.</numerusform>
        </translation>
    </message>
    <message>
        <source>As one mosaic</source>
        <translation>En une mosaïque</translation>
    </message>
    <message>
        <source>Load {count} products:</source>
        <translation>Charger {count} produits :</translation>
    </message>
    <message>
        <source>Select a product to see it here.</source>
        <translation>Sélectionner un produit pour l’afficher ici.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} couches</translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation>{place} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>{place} did not answer within {seconds} s.</source>
        <translation>{place} n’a pas répondu en {seconds} s.</translation>
    </message>
    <message>
        <source>{product} · quicklook</source>
        <translation>{product} · aperçu</translation>
    </message>
    <message>
        <source>{file} is left out: {key} {reason}</source>
        <translation>{file} est ignoré : {key} {reason}</translation>
    </message>
    <message>
        <source>The server asks for a certificate of your own, which cannot be sent yet.</source>
        <translation>Le serveur demande un certificat personnel, ce qui n’est pas encore possible.</translation>
    </message>
    <message>
        <source>{host} asks for a certificate of your own, which cannot be sent yet. Ask its operator for another way.</source>
        <translation>{host} demande un certificat personnel, ce qui n’est pas encore possible. Demander un autre moyen à son exploitant.</translation>
    </message>
    <message>
        <source>Open a saved search</source>
        <translation>Ouvrir une recherche enregistrée</translation>
    </message>
    <message>
        <source>Open a saved search…</source>
        <translation>Ouvrir une recherche enregistrée…</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Enregistrer cette recherche…</translation>
    </message>
    <message>
        <source>Saved searches (*{suffix})</source>
        <translation>Recherches enregistrées (*{suffix})</translation>
    </message>
    <message numerus="yes">
        <source>%n collection(s)</source>
        <translation>
            <numerusform>%n collection</numerusform>
            <numerusform>%n collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) with products. Return shows one of them alone.</source>
        <translation>
            <numerusform>%n jour avec des produits. Entrée n’affiche que celui-là.</numerusform>
            <numerusform>%n jours avec des produits. Entrée n’affiche que le jour choisi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more fault(s) of the same file.</source>
        <translation>
            <numerusform>%n autre erreur dans ce fichier.</numerusform>
            <numerusform>%n autres erreurs dans ce fichier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n autre…</numerusform>
            <numerusform>%n autres…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n streamed layer(s) cannot be shown without an account.</source>
        <translation>
            <numerusform>%n couche en flux ne s’affiche pas sans compte.</numerusform>
            <numerusform>%n couches en flux ne s’affichent pas sans compte.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; asks for the code of your authenticator app.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; demande le code de l’application d’authentification.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; has taken over its work.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; a pris le relais.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; is added, but none of its {count} is known here: its file can name them.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; est ajouté, mais aucune de ses {count} n’est connue ici : son fichier peut les nommer.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; is added.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; est ajouté.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; is removed.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; est supprimé.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{place}&lt;/b&gt; refused this account. Check it, then test it again.</source>
        <translation>&lt;b&gt;{place}&lt;/b&gt; a refusé ce compte. Le vérifier, puis le tester à nouveau.</translation>
    </message>
    <message>
        <source>Absorbed photosynthetically active radiation, the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Rayonnement photosynthétiquement actif absorbé, monde entier, 300 m, 10 jours, depuis 2014</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Clé d’accès</translation>
    </message>
    <message>
        <source>Access point files (*.json)</source>
        <translation>Fichiers de point d’accès (*.json)</translation>
    </message>
    <message>
        <source>Access point file…</source>
        <translation>Fichier de point d’accès…</translation>
    </message>
    <message>
        <source>Access points</source>
        <translation>Points d’accès</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Add an access point</source>
        <translation>Ajouter un point d’accès</translation>
    </message>
    <message>
        <source>Add an access point file</source>
        <translation>Ajouter un fichier de point d’accès</translation>
    </message>
    <message>
        <source>Add an access point of your own</source>
        <translation>Ajouter un point d’accès personnel</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Aerosol optical depth</source>
        <translation>Épaisseur optique des aérosols</translation>
    </message>
    <message>
        <source>Aerosol optical depth over land and sea, 4.5 km, since 2020</source>
        <translation>Épaisseur optique des aérosols sur terre et mer, 4,5 km, depuis 2020</translation>
    </message>
    <message>
        <source>Aerosol optical depth, 9.5 km, daily, within 3 hours, since 2021</source>
        <translation>Épaisseur optique des aérosols, 9,5 km, quotidienne, sous 3 heures, depuis 2021</translation>
    </message>
    <message>
        <source>Aerosol optical thickness</source>
        <translation>Épaisseur optique des aérosols</translation>
    </message>
    <message>
        <source>Aerosol over water</source>
        <translation>Aérosols au-dessus de l’eau</translation>
    </message>
    <message>
        <source>All Sentinels from the first day on, the Copernicus elevation model and much of the land monitoring service, in the files of their makers.</source>
        <translation>Tous les Sentinel depuis le premier jour, le modèle d’élévation Copernicus et une grande partie du service de surveillance des terres, dans les fichiers de leurs producteurs.</translation>
    </message>
    <message>
        <source>An account is of use here, but not needed.</source>
        <translation>Un compte est utile ici, mais pas obligatoire.</translation>
    </message>
    <message>
        <source>Ask for the single files of this product, so that some can be taken alone</source>
        <translation>Demander la liste des fichiers de ce produit, pour n’en prendre que certains</translation>
    </message>
    <message>
        <source>Asking for its files…</source>
        <translation>Demande de la liste de ses fichiers…</translation>
    </message>
    <message>
        <source>Asking which collections it has…</source>
        <translation>Demande de la liste de ses collections…</translation>
    </message>
    <message>
        <source>Asking {place}…</source>
        <translation>Interrogation de {place}…</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Revenir à la vue précédente</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>Blue (band 2), 10 m</source>
        <translation>Bleu (bande 2), 10 m</translation>
    </message>
    <message>
        <source>Burnt area of the whole world, 300 m, monthly, since 2019</source>
        <translation>Surfaces brûlées, monde entier, 300 m, mensuelles, depuis 2019</translation>
    </message>
    <message>
        <source>Burnt area, 300 m</source>
        <translation>Surfaces brûlées, 300 m</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Carbon monoxide, 5.5 × 7 km, daily, since 2018</source>
        <translation>Monoxyde de carbone, 5,5 × 7 km, quotidien, depuis 2018</translation>
    </message>
    <message>
        <source>Change the account…</source>
        <translation>Modifier le compte…</translation>
    </message>
    <message>
        <source>Check account…</source>
        <translation>Vérifier le compte…</translation>
    </message>
    <message>
        <source>Chlorophyll, OC4Me</source>
        <translation>Chlorophylle, OC4Me</translation>
    </message>
    <message>
        <source>Chlorophyll, neural network</source>
        <translation>Chlorophylle, réseau de neurones</translation>
    </message>
    <message>
        <source>Cirrus (band 10), 60 m</source>
        <translation>Cirrus (bande 10), 60 m</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Identifiant client</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Closed in November 2023. Everything that it held, and its users' next account, is at the Copernicus Data Space Ecosystem.</source>
        <translation>Fermé en novembre 2023. Tout son contenu se trouve dans le Copernicus Data Space Ecosystem, où ses utilisateurs créent leur nouveau compte.</translation>
    </message>
    <message>
        <source>Cloud Optimized GeoTIFF</source>
        <translation>Cloud Optimized GeoTIFF</translation>
    </message>
    <message>
        <source>Cloud and snow masks</source>
        <translation>Masques de nuages et de neige</translation>
    </message>
    <message>
        <source>Cloud fraction, height and optical thickness, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Fraction, altitude et épaisseur optique des nuages, 3,5 × 5,5 km, quotidiennes, depuis 2018</translation>
    </message>
    <message>
        <source>Cloud-free mosaics of three months each, four bands, 10 m, since 2020</source>
        <translation>Mosaïques trimestrielles sans nuages, quatre bandes, 10 m, depuis 2020</translation>
    </message>
    <message>
        <source>Coastal aerosol (band 1), 60 m</source>
        <translation>Aérosols côtiers (bande 1), 60 m</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code of the authenticator app</source>
        <translation>Code de l’application d’authentification</translation>
    </message>
    <message>
        <source>Contributing missions</source>
        <translation>Missions contributrices</translation>
    </message>
    <message>
        <source>Contributing missions, optical</source>
        <translation>Missions contributrices, optique</translation>
    </message>
    <message>
        <source>Contributing missions, radar</source>
        <translation>Missions contributrices, radar</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>Copernicus Contributing Missions</source>
        <translation>Copernicus Contributing Missions</translation>
    </message>
    <message>
        <source>Copernicus DEM, 10 m</source>
        <translation>Copernicus DEM, 10 m</translation>
    </message>
    <message>
        <source>Copernicus Data Space Ecosystem</source>
        <translation>Copernicus Data Space Ecosystem</translation>
    </message>
    <message>
        <source>Copernicus Open Access Hub</source>
        <translation>Copernicus Open Access Hub</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Copier l’identifiant</translation>
    </message>
    <message>
        <source>Covers at most</source>
        <translation>Couverture max.</translation>
    </message>
    <message>
        <source>DIAS</source>
        <translation>DIAS</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Details of the access point</source>
        <translation>Détails du point d’accès</translation>
    </message>
    <message>
        <source>Download ticked</source>
        <translation>Télécharger cochés</translation>
    </message>
    <message>
        <source>Dual HH and HV</source>
        <translation>Double HH et HV</translation>
    </message>
    <message>
        <source>Elevation from very high resolution, 2018</source>
        <translation>Altitude issue de la très haute résolution, 2018</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>FAPAR</source>
        <translation>FAPAR</translation>
    </message>
    <message>
        <source>FAPAR, 300 m</source>
        <translation>FAPAR, 300 m</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Format de fichier</translation>
    </message>
    <message>
        <source>Find an access point</source>
        <translation>Chercher un point d’accès</translation>
    </message>
    <message>
        <source>Fire radiative power</source>
        <translation>Puissance radiative des feux</translation>
    </message>
    <message>
        <source>Fires and their radiative power, 1 km, daily, since 2020</source>
        <translation>Feux et leur puissance radiative, 1 km, quotidiens, depuis 2020</translation>
    </message>
    <message>
        <source>Formaldehyde, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Formaldéhyde, 3,5 × 5,5 km, quotidien, depuis 2018</translation>
    </message>
    <message>
        <source>Fraction of green vegetation, the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Fraction de végétation verte, monde entier, 300 m, 10 jours, depuis 2014</translation>
    </message>
    <message>
        <source>Fraction of snow cover, Europe, 500 m, daily, since 2017</source>
        <translation>Fraction de couverture neigeuse, Europe, 500 m, quotidienne, depuis 2017</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>Lui donner d’abord un nom.</translation>
    </message>
    <message>
        <source>Green (band 3), 10 m</source>
        <translation>Vert (bande 3), 10 m</translation>
    </message>
    <message>
        <source>Height of the aerosol layer, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Hauteur de la couche d’aérosols, 3,5 × 5,5 km, quotidienne, depuis 2018</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over ice sheets and glaciers, since 2016</source>
        <translation>Hauteurs le long de la trace de l’altimètre sur les calottes et glaciers, depuis 2016</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over land, rivers, lakes and ice, since 2016</source>
        <translation>Hauteurs le long de la trace de l’altimètre sur terres, rivières, lacs et glaces, depuis 2016</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over rivers and lakes, since 2016</source>
        <translation>Hauteurs le long de la trace de l’altimètre sur les rivières et lacs, depuis 2016</translation>
    </message>
    <message>
        <source>Heights along the track of the altimeter over sea ice, since 2016</source>
        <translation>Hauteurs le long de la trace de l’altimètre sur la glace de mer, depuis 2016</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Contenait</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>High resolution, Europe 2006</source>
        <translation>Haute résolution, Europe 2006</translation>
    </message>
    <message>
        <source>High resolution, Europe 2009</source>
        <translation>Haute résolution, Europe 2009</translation>
    </message>
    <message>
        <source>High resolution, Europe 2011–2013</source>
        <translation>Haute résolution, Europe 2011–2013</translation>
    </message>
    <message>
        <source>High resolution, Europe 2014–2015</source>
        <translation>Haute résolution, Europe 2014–2015</translation>
    </message>
    <message>
        <source>High resolution, Europe monthly 2015</source>
        <translation>Haute résolution, Europe, mensuelle 2015</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Home page</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>How to get access</source>
        <translation>Comment obtenir l’accès</translation>
    </message>
    <message>
        <source>Images of commercial optical and radar satellites over Europe, and the elevation model of 10 m. They lie in the Data Space; this is what CSCDA and PANDA offered.</source>
        <translation>Images de satellites commerciaux optiques et radar sur l’Europe, et modèle d’élévation à 10 m. Ces données, que proposaient CSCDA et PANDA, se trouvent dans le Data Space.</translation>
    </message>
    <message>
        <source>Images of commercial satellites over Europe, 0.5–60 m, since 1998, by eligibility</source>
        <translation>Images de satellites commerciaux sur l’Europe, 0,5–60 m, depuis 1998, sur éligibilité</translation>
    </message>
    <message>
        <source>Inherent optical properties</source>
        <translation>Propriétés optiques inhérentes</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>It is closed, and nobody has taken over its work.</source>
        <translation>Ce point d’accès est fermé, sans successeur.</translation>
    </message>
    <message>
        <source>It was closed in {year}, and nobody has taken over its work.</source>
        <translation>Ce point d’accès a été fermé en {year}, sans successeur.</translation>
    </message>
    <message>
        <source>It was closed. Its products are now at &lt;b&gt;{place}&lt;/b&gt;.</source>
        <translation>Ce point d’accès est fermé. Ses produits sont désormais chez &lt;b&gt;{place}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep the ticked files on the disk (D)</source>
        <translation>Conserver les fichiers cochés sur le disque (D)</translation>
    </message>
    <message>
        <source>Kept encrypted in QGIS's authentication database, sent only to {hosts}.</source>
        <translation>Conservé chiffré dans la base de données d’authentification de QGIS, envoyé uniquement à {hosts}.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Land cover</source>
        <translation>Occupation du sol</translation>
    </message>
    <message>
        <source>Land cover of the whole world, 10 m, yearly, since 2020</source>
        <translation>Occupation du sol, monde entier, 10 m, annuelle, depuis 2020</translation>
    </message>
    <message>
        <source>Land cover of the whole world, 100 m, yearly, 2015–2019</source>
        <translation>Occupation du sol, monde entier, 100 m, annuelle, 2015–2019</translation>
    </message>
    <message>
        <source>Land cover, 10 m</source>
        <translation>Occupation du sol, 10 m</translation>
    </message>
    <message>
        <source>Land cover, 100 m</source>
        <translation>Occupation du sol, 100 m</translation>
    </message>
    <message>
        <source>Land surface temperature</source>
        <translation>Température de surface terrestre</translation>
    </message>
    <message>
        <source>Land surface temperature, hourly</source>
        <translation>Température de surface terrestre, horaire</translation>
    </message>
    <message>
        <source>Leaf area index of the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Indice de surface foliaire, monde entier, 300 m, 10 jours, depuis 2014</translation>
    </message>
    <message>
        <source>Leaf area index, 300 m</source>
        <translation>Indice de surface foliaire, 300 m</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>List its files</source>
        <translation>Lister ses fichiers</translation>
    </message>
    <message>
        <source>Load ticked</source>
        <translation>Charger cochés</translation>
    </message>
    <message>
        <source>Make an account…</source>
        <translation>Créer un compte…</translation>
    </message>
    <message>
        <source>Medium resolution, Europe monthly 2011–2012</source>
        <translation>Moyenne résolution, Europe, mensuelle 2011–2012</translation>
    </message>
    <message>
        <source>Medium resolution, Europe monthly 2014</source>
        <translation>Moyenne résolution, Europe, mensuelle 2014</translation>
    </message>
    <message>
        <source>Methane, 5.5 × 7 km, daily, since 2018</source>
        <translation>Méthane, 5,5 × 7 km, quotidien, depuis 2018</translation>
    </message>
    <message>
        <source>Moisture of the soil's surface from Sentinel-1, Europe, 1 km, daily, since 2014</source>
        <translation>Humidité de surface du sol par Sentinel-1, Europe, 1 km, quotidienne, depuis 2014</translation>
    </message>
    <message>
        <source>More to do with the products</source>
        <translation>Autres actions sur les produits</translation>
    </message>
    <message>
        <source>My account asks for the code of an authenticator app</source>
        <translation>Mon compte demande le code d’une application d’authentification</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>NDVI</source>
        <translation>NDVI</translation>
    </message>
    <message>
        <source>NDVI, 300 m</source>
        <translation>NDVI, 300 m</translation>
    </message>
    <message>
        <source>NIR 1 (band 8), 10 m</source>
        <translation>PIR 1 (bande 8), 10 m</translation>
    </message>
    <message>
        <source>NIR 2 (band 8A), 20 m</source>
        <translation>PIR 2 (bande 8A), 20 m</translation>
    </message>
    <message>
        <source>NIR 3 (band 9), 60 m</source>
        <translation>PIR 3 (bande 9), 60 m</translation>
    </message>
    <message>
        <source>Names, operators and collections are searched. Esc shows all again.</source>
        <translation>La recherche porte sur les noms, exploitants et collections. Échap : tout réafficher.</translation>
    </message>
    <message>
        <source>National</source>
        <translation>Nationaux</translation>
    </message>
    <message>
        <source>Near real time (3 hours)</source>
        <translation>Temps quasi réel (3 heures)</translation>
    </message>
    <message>
        <source>NetCDF</source>
        <translation>NetCDF</translation>
    </message>
    <message>
        <source>Nitrogen dioxide, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Dioxyde d’azote, 3,5 × 5,5 km, quotidien, depuis 2018</translation>
    </message>
    <message>
        <source>No access point has these words</source>
        <translation>Aucun point d’accès ne contient ces mots</translation>
    </message>
    <message>
        <source>No more connections are allowed at a time. Try again when a download is done.</source>
        <translation>Le nombre de connexions simultanées est atteint. Réessayer quand un téléchargement sera terminé.</translation>
    </message>
    <message>
        <source>No more downloads are allowed at a time. This one starts when one is done.</source>
        <translation>Le nombre de téléchargements simultanés est atteint. Celui-ci commence dès qu’un autre est terminé.</translation>
    </message>
    <message>
        <source>Non time critical (1 month)</source>
        <translation>Temps différé (1 mois)</translation>
    </message>
    <message>
        <source>Number of valid observations</source>
        <translation>Nombre d’observations valides</translation>
    </message>
    <message>
        <source>Ocean colour: chlorophyll, suspended matter, reflectance of the water, 1.2 km, nearly daily, since 2017</source>
        <translation>Couleur de l’océan : chlorophylle, matières en suspension, réflectance de l’eau, 1,2 km, presque quotidienne, depuis 2017</translation>
    </message>
    <message>
        <source>Ocean colour: chlorophyll, suspended matter, reflectance of the water, 300 m, nearly daily, since 2017</source>
        <translation>Couleur de l’océan : chlorophylle, matières en suspension, réflectance de l’eau, 300 m, presque quotidienne, depuis 2017</translation>
    </message>
    <message>
        <source>Offline (some days)</source>
        <translation>Différé (quelques jours)</translation>
    </message>
    <message>
        <source>One place needs an account to search. The other results are complete without it.</source>
        <translation>Un point d’accès nécessite un compte pour la recherche. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>Opens QGIS's authentication database: it asks for the master password</source>
        <translation>Ouvre la base de données d’authentification de QGIS, qui demande le mot de passe principal</translation>
    </message>
    <message>
        <source>Order it by hand at the access point (O)</source>
        <translation>Le commander sur le site du point d’accès (O)</translation>
    </message>
    <message>
        <source>Order the selected products (O)</source>
        <translation>Commander les produits sélectionnés (O)</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Commander…</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Autres fichiers</translation>
    </message>
    <message>
        <source>Ozone, total column, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Ozone, colonne totale, 3,5 × 5,5 km, quotidien, depuis 2018</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Photosynthetically active radiation</source>
        <translation>Rayonnement photosynthétiquement actif</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privés</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produits</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Quality flags</source>
        <translation>Indicateurs de qualité</translation>
    </message>
    <message>
        <source>Quicklook with the footprint and the searched area</source>
        <translation>Aperçu avec l’empreinte et la zone de recherche</translation>
    </message>
    <message>
        <source>Radar backscatter, 10–40 m, in the files of ESA's processor as other software expects them, since 2014</source>
        <translation>Rétrodiffusion radar, 10–40 m, dans les fichiers d’origine de l’ESA attendus par d’autres logiciels, depuis 2014</translation>
    </message>
    <message>
        <source>Radar images of commercial satellites over sea ice, 2011–2024, by eligibility</source>
        <translation>Images radar de satellites commerciaux sur la glace de mer, 2011–2024, sur éligibilité</translation>
    </message>
    <message>
        <source>Radar, amplitude and phase for interferometry, 5 × 20 m, every 6–12 days, since 2014</source>
        <translation>Radar, amplitude et phase pour l’interférométrie, 5 × 20 m, 6–12 jours, depuis 2014</translation>
    </message>
    <message>
        <source>Radiance and brightness temperature in 11 bands, 0.5–1 km, daily, since 2016</source>
        <translation>Luminance et température de brillance en 11 bandes, 0,5–1 km, quotidiennes, depuis 2016</translation>
    </message>
    <message>
        <source>Radiance {band}</source>
        <translation>Luminance {band}</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>En savoir plus</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Rectified reflectances</source>
        <translation>Réflectances rectifiées</translation>
    </message>
    <message>
        <source>Red (band 4), 10 m</source>
        <translation>Rouge (bande 4), 10 m</translation>
    </message>
    <message>
        <source>Red edge 1 (band 5), 20 m</source>
        <translation>Red edge 1 (bande 5), 20 m</translation>
    </message>
    <message>
        <source>Red edge 2 (band 6), 20 m</source>
        <translation>Red edge 2 (bande 6), 20 m</translation>
    </message>
    <message>
        <source>Red edge 3 (band 7), 20 m</source>
        <translation>Red edge 3 (bande 7), 20 m</translation>
    </message>
    <message>
        <source>Reduced measurements</source>
        <translation>Mesures réduites</translation>
    </message>
    <message>
        <source>Reflectance {band}</source>
        <translation>Réflectance {band}</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>S’inscrire</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove your account of &lt;b&gt;{place}&lt;/b&gt; from QGIS? The account itself stays as it is.</source>
        <translation>Supprimer de QGIS le compte de &lt;b&gt;{place}&lt;/b&gt; ? Le compte lui-même reste inchangé.</translation>
    </message>
    <message>
        <source>Reprocessed</source>
        <translation>Retraité</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Exploitant</translation>
    </message>
    <message>
        <source>STAC or OData address…</source>
        <translation>Adresse STAC ou OData…</translation>
    </message>
    <message>
        <source>SWIR 1 (band 11), 20 m</source>
        <translation>SWIR 1 (bande 11), 20 m</translation>
    </message>
    <message>
        <source>SWIR 2 (band 12), 20 m</source>
        <translation>SWIR 2 (bande 12), 20 m</translation>
    </message>
    <message>
        <source>Satellite data</source>
        <translation>Données satellitaires</translation>
    </message>
    <message>
        <source>Save and test</source>
        <translation>Enregistrer et tester</translation>
    </message>
    <message>
        <source>Sea ice 2011–2014</source>
        <translation>Glace de mer 2011–2014</translation>
    </message>
    <message>
        <source>Sea ice 2015–2024</source>
        <translation>Glace de mer 2015–2024</translation>
    </message>
    <message>
        <source>Sea level, waves and wind along the track of the altimeter, since 2016</source>
        <translation>Niveau de la mer, vagues et vent le long de la trace de l’altimètre, depuis 2016</translation>
    </message>
    <message>
        <source>Sea level, waves and wind along the track, every 10 days, since 2021</source>
        <translation>Niveau de la mer, vagues et vent le long de la trace, 10 jours, depuis 2021</translation>
    </message>
    <message>
        <source>Sea level, waves and wind along the track, finer by synthetic aperture, every 10 days, since 2021</source>
        <translation>Niveau de la mer, vagues et vent le long de la trace, affinés par synthèse d’ouverture, 10 jours, depuis 2021</translation>
    </message>
    <message>
        <source>Sea surface temperature</source>
        <translation>Température de surface de la mer</translation>
    </message>
    <message>
        <source>Search at {place}</source>
        <translation>Chercher dans {place}</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>Chercher ici</translation>
    </message>
    <message>
        <source>Search {collection} here</source>
        <translation>Chercher {collection} ici</translation>
    </message>
    <message>
        <source>Search: everyone. Download: by eligibility, given for each product type to Copernicus services, Union institutions, public authorities and research; ask for it with your Data Space account.</source>
        <translation>Recherche : pour tous. Téléchargement : sur éligibilité, accordée par type de produit aux services Copernicus, aux institutions de l’Union, aux autorités publiques et à la recherche ; à demander avec le compte Data Space.</translation>
    </message>
    <message>
        <source>Search: everyone. Download: everyone with a free account, 4 files at a time. What lies in the archive is ordered in the Data Workspace.</source>
        <translation>Recherche : pour tous. Téléchargement : pour tous avec un compte gratuit, 4 fichiers à la fois. Les produits archivés se commandent dans le Data Workspace.</translation>
    </message>
    <message>
        <source>Searching and downloading need a free account.</source>
        <translation>La recherche et le téléchargement nécessitent un compte gratuit.</translation>
    </message>
    <message>
        <source>Searching needs a free account.</source>
        <translation>La recherche nécessite un compte gratuit.</translation>
    </message>
    <message>
        <source>Searching works without an account; loading and downloading need one.</source>
        <translation>La recherche fonctionne sans compte ; le chargement et le téléchargement en nécessitent un.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Clé secrète</translation>
    </message>
    <message>
        <source>Sentinel-1 GRD, original files</source>
        <translation>Sentinel-1 GRD, SAFE</translation>
    </message>
    <message>
        <source>Sentinel-1 OCN</source>
        <translation>Sentinel-1 OCN</translation>
    </message>
    <message>
        <source>Sentinel-1 SLC</source>
        <translation>Sentinel-1 SLC</translation>
    </message>
    <message>
        <source>Sentinel-1 monthly mosaics</source>
        <translation>Sentinel-1, mosaïques</translation>
    </message>
    <message>
        <source>Sentinel-2 cloudless mosaics</source>
        <translation>Sentinel-2, mosaïques</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI</source>
        <translation>Sentinel-3 OLCI</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI EFR</source>
        <translation>Sentinel-3 OLCI EFR</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI ERR</source>
        <translation>Sentinel-3 OLCI ERR</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI land LFR</source>
        <translation>Sentinel-3 OLCI LFR, terre</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI land LRR</source>
        <translation>Sentinel-3 OLCI LRR, terre</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI water WFR</source>
        <translation>Sentinel-3 OLCI WFR, eau</translation>
    </message>
    <message>
        <source>Sentinel-3 OLCI water WRR</source>
        <translation>Sentinel-3 OLCI WRR, eau</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR</source>
        <translation>Sentinel-3 SLSTR</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR AOD</source>
        <translation>Sentinel-3 SLSTR AOD</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR FRP</source>
        <translation>Sentinel-3 SLSTR FRP</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR LST</source>
        <translation>Sentinel-3 SLSTR LST</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR RBT</source>
        <translation>Sentinel-3 SLSTR RBT</translation>
    </message>
    <message>
        <source>Sentinel-3 SLSTR WST</source>
        <translation>Sentinel-3 SLSTR WST</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL</source>
        <translation>Sentinel-3 SRAL</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL hydrology</source>
        <translation>Sentinel-3 SRAL hydrologie</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL land</source>
        <translation>Sentinel-3 SRAL terre</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL land ice</source>
        <translation>Sentinel-3 SRAL glace continentale</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL sea ice</source>
        <translation>Sentinel-3 SRAL glace de mer</translation>
    </message>
    <message>
        <source>Sentinel-3 SRAL water</source>
        <translation>Sentinel-3 SRAL eau</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY</source>
        <translation>Sentinel-3 SYNERGY</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY AOD</source>
        <translation>Sentinel-3 SYNERGY AOD</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY SYN</source>
        <translation>Sentinel-3 SYNERGY SYN</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY V10</source>
        <translation>Sentinel-3 SYNERGY V10</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY VG1</source>
        <translation>Sentinel-3 SYNERGY VG1</translation>
    </message>
    <message>
        <source>Sentinel-3 SYNERGY VGP</source>
        <translation>Sentinel-3 SYNERGY VGP</translation>
    </message>
    <message>
        <source>Sentinel-3A</source>
        <translation>Sentinel-3A</translation>
    </message>
    <message>
        <source>Sentinel-3B</source>
        <translation>Sentinel-3B</translation>
    </message>
    <message>
        <source>Sentinel-5P</source>
        <translation>Sentinel-5P</translation>
    </message>
    <message>
        <source>Sentinel-5P CH₄</source>
        <translation>Sentinel-5P CH₄</translation>
    </message>
    <message>
        <source>Sentinel-5P CO</source>
        <translation>Sentinel-5P CO</translation>
    </message>
    <message>
        <source>Sentinel-5P HCHO</source>
        <translation>Sentinel-5P HCHO</translation>
    </message>
    <message>
        <source>Sentinel-5P NO₂</source>
        <translation>Sentinel-5P NO₂</translation>
    </message>
    <message>
        <source>Sentinel-5P O₃</source>
        <translation>Sentinel-5P O₃</translation>
    </message>
    <message>
        <source>Sentinel-5P SO₂</source>
        <translation>Sentinel-5P SO₂</translation>
    </message>
    <message>
        <source>Sentinel-5P aerosol height</source>
        <translation>Sentinel-5P, hauteur d’aérosols</translation>
    </message>
    <message>
        <source>Sentinel-5P aerosol index</source>
        <translation>Sentinel-5P, indice d’aérosols</translation>
    </message>
    <message>
        <source>Sentinel-5P clouds</source>
        <translation>Sentinel-5P, nuages</translation>
    </message>
    <message>
        <source>Sentinel-6</source>
        <translation>Sentinel-6</translation>
    </message>
    <message>
        <source>Sentinel-6 altimeter, high resolution</source>
        <translation>Sentinel-6, altimètre HR</translation>
    </message>
    <message>
        <source>Sentinel-6 altimeter, low resolution</source>
        <translation>Sentinel-6, altimètre LR</translation>
    </message>
    <message>
        <source>Sentinel-6 radiometer</source>
        <translation>Sentinel-6, radiomètre</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Set the account…</source>
        <translation>Définir le compte…</translation>
    </message>
    <message>
        <source>Short time critical (2 days)</source>
        <translation>Temps différé court (2 jours)</translation>
    </message>
    <message>
        <source>Show the ticked files on the map (L)</source>
        <translation>Afficher les fichiers cochés sur la carte (L)</translation>
    </message>
    <message>
        <source>Signed in to {place} in {time}.</source>
        <translation>Connecté à {place} en {time}.</translation>
    </message>
    <message>
        <source>Signed in to {place}.</source>
        <translation>Connecté à {place}.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Snow and water</source>
        <translation>Neige et eau</translation>
    </message>
    <message>
        <source>Snow cover, Europe</source>
        <translation>Couverture neigeuse, Europe</translation>
    </message>
    <message>
        <source>Soil</source>
        <translation>Sol</translation>
    </message>
    <message>
        <source>Soil water at eight depths, Europe, 1 km, daily, since 2015</source>
        <translation>Eau du sol à huit profondeurs, Europe, 1 km, quotidienne, depuis 2015</translation>
    </message>
    <message>
        <source>Soil water index, Europe</source>
        <translation>Indice d’eau du sol, Europe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Sources ({count})</source>
        <translation>Sources ({count})</translation>
    </message>
    <message>
        <source>Space ticks a file, Left and Right close and open a group</source>
        <translation>Espace coche un fichier, Gauche et Droite replient et déplient un groupe</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Spoke</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Standard measurements</source>
        <translation>Mesures standard</translation>
    </message>
    <message>
        <source>Still missing: {field}.</source>
        <translation>Il manque : {field}.</translation>
    </message>
    <message>
        <source>Still missing: {first} and {second}.</source>
        <translation>Il manque : {first} et {second}.</translation>
    </message>
    <message>
        <source>Sulphur dioxide, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Dioxyde de soufre, 3,5 × 5,5 km, quotidien, depuis 2018</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>Surface reflectance and NDVI of 10 days each, 1 km, as SPOT-VEGETATION had them, since 2018</source>
        <translation>Réflectance de surface et NDVI sur 10 jours, 1 km, dans la continuité de SPOT-VEGETATION, depuis 2018</translation>
    </message>
    <message>
        <source>Surface reflectance and NDVI of one day each, 1 km, as SPOT-VEGETATION had them, since 2018</source>
        <translation>Réflectance de surface et NDVI quotidiens, 1 km, dans la continuité de SPOT-VEGETATION, depuis 2018</translation>
    </message>
    <message>
        <source>Surface reflectance and aerosol over land, from OLCI and SLSTR together, 300 m, since 2018</source>
        <translation>Réflectance de surface et aérosols sur terre, OLCI et SLSTR combinés, 300 m, depuis 2018</translation>
    </message>
    <message>
        <source>Surface soil moisture, Europe</source>
        <translation>Humidité de surface du sol, Europe</translation>
    </message>
    <message>
        <source>Suspended matter</source>
        <translation>Matières en suspension</translation>
    </message>
    <message>
        <source>Table of days</source>
        <translation>Tableau des jours</translation>
    </message>
    <message>
        <source>Takes the account out of QGIS's authentication database</source>
        <translation>Supprime le compte de la base de données d’authentification de QGIS</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Temperature of the land surface, 1 km, daily, since 2016</source>
        <translation>Température de la surface terrestre, 1 km, quotidienne, depuis 2016</translation>
    </message>
    <message>
        <source>Temperature of the land surface, the whole world, 3–5 km, hourly, since 2010</source>
        <translation>Température de la surface terrestre, monde entier, 3–5 km, horaire, depuis 2010</translation>
    </message>
    <message>
        <source>Temperature of the sea surface, 1 km, daily, since 2017</source>
        <translation>Température de la surface de la mer, 1 km, quotidienne, depuis 2017</translation>
    </message>
    <message>
        <source>Terrain-corrected radar backscatter of one month each, 20–40 m, since 2020</source>
        <translation>Mosaïques mensuelles de rétrodiffusion radar corrigée du relief, 20–40 m, depuis 2020</translation>
    </message>
    <message>
        <source>Terrestrial chlorophyll index</source>
        <translation>Indice de chlorophylle terrestre</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>The Sentinels' first hub (SciHub, with its API Hub and S-5P Hub). It spoke OpenSearch and OData of DHuS, which hubs of some national mirrors still speak.</source>
        <translation>Premier portail des Sentinel (SciHub, avec API Hub et S-5P Hub). Ses protocoles, OpenSearch et OData de DHuS, servent encore dans certains miroirs nationaux.</translation>
    </message>
    <message>
        <source>The access point lists no single files of this product.</source>
        <translation>Le point d’accès ne détaille pas les fichiers de ce produit.</translation>
    </message>
    <message>
        <source>The account is signed in at {place} too often. Sign out elsewhere, or try again in some minutes.</source>
        <translation>Le compte a trop de sessions ouvertes chez {place}. Se déconnecter ailleurs, ou réessayer dans quelques minutes.</translation>
    </message>
    <message>
        <source>The account is signed in too often. Sign out elsewhere, or try again in some minutes.</source>
        <translation>Le compte a trop de sessions ouvertes. Se déconnecter ailleurs, ou réessayer dans quelques minutes.</translation>
    </message>
    <message>
        <source>The account of {place} is locked. QGIS's master password unlocks it.</source>
        <translation>Le compte de {place} est verrouillé. Le mot de passe principal de QGIS le déverrouille.</translation>
    </message>
    <message>
        <source>The account of {place} is used here.</source>
        <translation>Le compte de {place} est utilisé ici.</translation>
    </message>
    <message>
        <source>The accounts are locked. QGIS's master password unlocks them.</source>
        <translation>Les comptes sont verrouillés. Le mot de passe principal de QGIS les déverrouille.</translation>
    </message>
    <message>
        <source>The accounts stay locked. What needs none of them works as before.</source>
        <translation>Les comptes restent verrouillés. Tout ce qui n’en nécessite pas fonctionne comme avant.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and must not hold an account.</source>
        <translation>L’adresse doit commencer par https:// ou http:// et ne contenir ni nom d’utilisateur ni mot de passe.</translation>
    </message>
    <message>
        <source>The address of the API's landing page. It is asked which collections it has.</source>
        <translation>Adresse de la page d’accueil de l’API, à laquelle la liste des collections est demandée.</translation>
    </message>
    <message>
        <source>The address of the catalogue, ending in /odata/v1/. It is taken to hold what the Data Space does.</source>
        <translation>Adresse du catalogue, se terminant par /odata/v1/. Son contenu est supposé être celui du Data Space.</translation>
    </message>
    <message>
        <source>The archive would write outside of its folder, or grow without end. It was not opened.</source>
        <translation>L’archive écrirait hors de son dossier, ou grossirait sans fin. Elle n’a pas été ouverte.</translation>
    </message>
    <message>
        <source>The code of your authenticator app is asked for.</source>
        <translation>Le code de l’application d’authentification est demandé.</translation>
    </message>
    <message>
        <source>The data that an account may have in a month is used up. Try again in some days.</source>
        <translation>Le volume de données mensuel du compte est épuisé. Réessayer dans quelques jours.</translation>
    </message>
    <message>
        <source>The data that {place} gives to an account in a month is used up. Try again in some days.</source>
        <translation>Le volume de données mensuel accordé par {place} au compte est épuisé. Réessayer dans quelques jours.</translation>
    </message>
    <message>
        <source>The master password was not given: the account is kept until QGIS closes.</source>
        <translation>Le mot de passe principal n’a pas été saisi : le compte est gardé jusqu’à la fermeture de QGIS.</translation>
    </message>
    <message>
        <source>The name or the password was refused. If a code of an authenticator app is wanted, tick that too.</source>
        <translation>Le nom d’utilisateur ou le mot de passe a été refusé. Si le code d’une application d’authentification est demandé, cocher aussi cette case.</translation>
    </message>
    <message>
        <source>The password or the code was refused. Type the next code of your app, or check the account.</source>
        <translation>Le mot de passe ou le code a été refusé. Saisir le code suivant de l’application, ou vérifier le compte.</translation>
    </message>
    <message>
        <source>The sign-in got lost on its way to {place} ({status}). Try again; a proxy may remove it.</source>
        <translation>L’authentification s’est perdue en route vers {place} ({status}). Réessayer ; un proxy la supprime peut-être.</translation>
    </message>
    <message>
        <source>The sign-in got lost on its way to {place}. Try again; a proxy may remove it.</source>
        <translation>L’authentification s’est perdue en route vers {place}. Réessayer ; un proxy la supprime peut-être.</translation>
    </message>
    <message>
        <source>The sign-in got lost on its way. Try again; a proxy may remove it.</source>
        <translation>L’authentification s’est perdue en route. Réessayer ; un proxy la supprime peut-être.</translation>
    </message>
    <message>
        <source>The sign-in has ended. Trying again signs in anew.</source>
        <translation>La session est terminée. Réessayer en ouvre une nouvelle.</translation>
    </message>
    <message>
        <source>The zip arrived cut off or damaged. It was removed. Try again.</source>
        <translation>L’archive zip est arrivée tronquée ou endommagée. Elle a été supprimée. Réessayer.</translation>
    </message>
    <message>
        <source>The zip is cut off or damaged. Remove it and download it again.</source>
        <translation>L’archive zip est tronquée ou endommagée. La supprimer et la télécharger à nouveau.</translation>
    </message>
    <message>
        <source>The zip of {place} arrived cut off or damaged. It was removed. Try again.</source>
        <translation>L’archive zip de {place} est arrivée tronquée ou endommagée. Elle a été supprimée. Réessayer.</translation>
    </message>
    <message>
        <source>This needs an account to be loaded. Searching works without.</source>
        <translation>Un compte est nécessaire pour le chargement. La recherche fonctionne sans.</translation>
    </message>
    <message>
        <source>This needs an account to download. Searching works without.</source>
        <translation>Un compte est nécessaire pour le téléchargement. La recherche fonctionne sans.</translation>
    </message>
    <message>
        <source>This needs an account to search.</source>
        <translation>Un compte est nécessaire pour la recherche.</translation>
    </message>
    <message>
        <source>This product was taken out of the catalogue. Search again for a newer one.</source>
        <translation>Ce produit a été retiré du catalogue. Relancer la recherche pour en trouver un plus récent.</translation>
    </message>
    <message>
        <source>This sign-in is not taken: it was made for another service. Check the account.</source>
        <translation>Cette session n’est pas acceptée : elle a été ouverte pour un autre service. Vérifier le compte.</translation>
    </message>
    <message>
        <source>Tick all that can be searched</source>
        <translation>Cocher tous ceux qui sont interrogeables</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>Délai de diffusion</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Top-of-atmosphere radiance in 21 bands, 1.2 km, nearly daily, since 2016</source>
        <translation>Luminance apparente (TOA) en 21 bandes, 1,2 km, presque quotidienne, depuis 2016</translation>
    </message>
    <message>
        <source>Top-of-atmosphere radiance in 21 bands, 300 m, nearly daily, since 2016</source>
        <translation>Luminance apparente (TOA) en 21 bandes, 300 m, presque quotidienne, depuis 2016</translation>
    </message>
    <message>
        <source>Top-of-atmosphere reflectance, 1 km, as SPOT-VEGETATION had it, since 2018</source>
        <translation>Réflectance apparente (TOA), 1 km, dans la continuité de SPOT-VEGETATION, depuis 2018</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Formation</translation>
    </message>
    <message>
        <source>Transparency of the water</source>
        <translation>Transparence de l’eau</translation>
    </message>
    <message>
        <source>True colour image, 10 m</source>
        <translation>Image en couleurs naturelles, 10 m</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Saisir le code</translation>
    </message>
    <message>
        <source>Type the code that your authenticator app shows now.</source>
        <translation>Saisir le code que l’application d’authentification affiche maintenant.</translation>
    </message>
    <message>
        <source>Ultraviolet aerosol index, 3.5 × 5.5 km, daily, since 2018</source>
        <translation>Indice d’aérosols ultraviolet, 3,5 × 5,5 km, quotidien, depuis 2018</translation>
    </message>
    <message>
        <source>Unlock accounts</source>
        <translation>Déverrouiller les comptes</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Vegetation cover, 300 m</source>
        <translation>Couvert végétal, 300 m</translation>
    </message>
    <message>
        <source>Vegetation index of the whole world, 300 m, every 10 days, since 2014</source>
        <translation>Indice de végétation, monde entier, 300 m, 10 jours, depuis 2014</translation>
    </message>
    <message>
        <source>Vegetation: FAPAR and chlorophyll index over land, 1.2 km, nearly daily, since 2016</source>
        <translation>Végétation : FAPAR et indice de chlorophylle sur terre, 1,2 km, presque quotidiens, depuis 2016</translation>
    </message>
    <message>
        <source>Vegetation: FAPAR and chlorophyll index over land, 300 m, nearly daily, since 2016</source>
        <translation>Végétation : FAPAR et indice de chlorophylle sur terre, 300 m, presque quotidiens, depuis 2016</translation>
    </message>
    <message>
        <source>Verified by archive test</source>
        <translation>Vérifié par test de l’archive</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2011–2013</source>
        <translation>Très haute résolution, Europe 2011–2013</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2014–2016</source>
        <translation>Très haute résolution, Europe 2014–2016</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2017–2019</source>
        <translation>Très haute résolution, Europe 2017–2019</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2017–2019, enhanced</source>
        <translation>Très haute résolution, Europe 2017–2019, améliorée</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2020–2022</source>
        <translation>Très haute résolution, Europe 2020–2022</translation>
    </message>
    <message>
        <source>Very high resolution, Europe 2023–2025</source>
        <translation>Très haute résolution, Europe 2023–2025</translation>
    </message>
    <message>
        <source>Very high resolution, Urban Atlas 2006</source>
        <translation>Très haute résolution, Urban Atlas 2006</translation>
    </message>
    <message>
        <source>Very high resolution, Urban Atlas 2009</source>
        <translation>Très haute résolution, Urban Atlas 2009</translation>
    </message>
    <message>
        <source>Very high resolution, Urban Atlas 2011–2013</source>
        <translation>Très haute résolution, Urban Atlas 2011–2013</translation>
    </message>
    <message>
        <source>Waiting for a free connection</source>
        <translation>En attente d’une connexion libre</translation>
    </message>
    <message>
        <source>Water bodies of the whole world, 300 m, monthly, since 2020</source>
        <translation>Plans d’eau, monde entier, 300 m, mensuels, depuis 2020</translation>
    </message>
    <message>
        <source>Water bodies, 300 m</source>
        <translation>Plans d’eau, 300 m</translation>
    </message>
    <message>
        <source>Water vapour and brightness temperature along the track, 25 km, every 10 days, since 2021</source>
        <translation>Vapeur d’eau et température de brillance le long de la trace, 25 km, 10 jours, depuis 2021</translation>
    </message>
    <message>
        <source>Water vapour column</source>
        <translation>Colonne de vapeur d’eau</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Vague</translation>
    </message>
    <message>
        <source>Whole product</source>
        <translation>Produit entier</translation>
    </message>
    <message>
        <source>Wind, swell and surface currents of the ocean, from radar, since 2014</source>
        <translation>Vent, houle et courants de surface de l’océan, par radar, depuis 2014</translation>
    </message>
    <message>
        <source>Your account of &lt;b&gt;{place}&lt;/b&gt; is stored. It can be used once QGIS's accounts are unlocked.</source>
        <translation>Le compte de &lt;b&gt;{place}&lt;/b&gt; est enregistré. Il sera utilisable une fois les comptes de QGIS déverrouillés.</translation>
    </message>
    <message>
        <source>absolute {number}</source>
        <translation>absolue {number}</translation>
    </message>
    <message>
        <source>account locked</source>
        <translation>compte verrouillé</translation>
    </message>
    <message>
        <source>account refused</source>
        <translation>compte refusé</translation>
    </message>
    <message>
        <source>account refused, fix…</source>
        <translation>compte refusé, corriger…</translation>
    </message>
    <message>
        <source>account set</source>
        <translation>compte défini</translation>
    </message>
    <message>
        <source>add account…</source>
        <translation>ajouter un compte…</translation>
    </message>
    <message>
        <source>as it is to be called here</source>
        <translation>nom à afficher ici</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>ascendante</translation>
    </message>
    <message>
        <source>by eligibility</source>
        <translation>sur éligibilité</translation>
    </message>
    <message>
        <source>check account…</source>
        <translation>vérifier le compte…</translation>
    </message>
    <message>
        <source>closed {year}</source>
        <translation>fermé en {year}</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>descendante</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>téléchargé</translation>
    </message>
    <message>
        <source>kept until QGIS closes</source>
        <translation>jusqu’à la fermeture de QGIS</translation>
    </message>
    <message>
        <source>key set</source>
        <translation>clé définie</translation>
    </message>
    <message>
        <source>no account set</source>
        <translation>aucun compte défini</translation>
    </message>
    <message>
        <source>satellite</source>
        <translation>satellite</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>depuis {date}</translation>
    </message>
    <message>
        <source>stored; type here to change it</source>
        <translation>enregistré ; saisir pour modifier</translation>
    </message>
    <message>
        <source>unlock accounts</source>
        <translation>déverrouiller</translation>
    </message>
    <message>
        <source>unlock…</source>
        <translation>déverrouiller…</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>jusqu’en {date}</translation>
    </message>
    <message>
        <source>{file} cannot be fetched by this way ({scheme})</source>
        <translation>{file} ne peut pas être récupéré par cette voie ({scheme})</translation>
    </message>
    <message>
        <source>{file} cannot be used: {key} {reason}.</source>
        <translation>{file} est inutilisable : {key} {reason}.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged. Remove it and download it again.</source>
        <translation>{file} est tronqué ou endommagé. Le supprimer et le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>{file} would write outside of its folder, or grow without end. It was not opened.</source>
        <translation>{file} écrirait hors de son dossier, ou grossirait sans fin. L’archive n’a pas été ouverte.</translation>
    </message>
    <message>
        <source>{part} are kept.</source>
        <translation>{part} sont conservés.</translation>
    </message>
    <message>
        <source>{part} of {whole} GB</source>
        <translation>{part} sur {whole} Go</translation>
    </message>
    <message>
        <source>{part} of {whole} MB</source>
        <translation>{part} sur {whole} Mo</translation>
    </message>
    <message>
        <source>{place} allows no more connections at a time. Try again when a download is done.</source>
        <translation>{place} n’autorise pas plus de connexions simultanées. Réessayer quand un téléchargement sera terminé.</translation>
    </message>
    <message>
        <source>{place} allows no more downloads at a time. This one starts when one is done.</source>
        <translation>{place} n’autorise pas plus de téléchargements simultanés. Celui-ci commence dès qu’un autre est terminé.</translation>
    </message>
    <message>
        <source>{place} allows {allowed} connections at a time. Try again when a download is done.</source>
        <translation>{place} autorise {allowed} connexions simultanées. Réessayer quand un téléchargement sera terminé.</translation>
    </message>
    <message>
        <source>{place} allows {allowed} downloads at a time. This one starts when one is done.</source>
        <translation>{place} autorise {allowed} téléchargements simultanés. Celui-ci commence dès qu’un autre est terminé.</translation>
    </message>
    <message>
        <source>{place} allows {limit} sign-ins at a time. Sign out elsewhere, or try again in some minutes.</source>
        <translation>{place} autorise {limit} sessions simultanées. Se déconnecter ailleurs, ou réessayer dans quelques minutes.</translation>
    </message>
    <message>
        <source>{place} answered in {time}</source>
        <translation>{place} a répondu en {time}</translation>
    </message>
    <message>
        <source>{place} asks for the code of your authenticator app.</source>
        <translation>{place} demande le code de l’application d’authentification.</translation>
    </message>
    <message>
        <source>{place} can be searched without an account. Loading and downloading need one.</source>
        <translation>La recherche dans {place} fonctionne sans compte. Le chargement et le téléchargement en nécessitent un.</translation>
    </message>
    <message>
        <source>{place} does not take this sign-in ({status}): it was made for another service. Check the account.</source>
        <translation>{place} n’accepte pas cette session ({status}) : elle a été ouverte pour un autre service. Vérifier le compte.</translation>
    </message>
    <message>
        <source>{place} does not take this sign-in: it was made for another service. Check the account.</source>
        <translation>{place} n’accepte pas cette session : elle a été ouverte pour un autre service. Vérifier le compte.</translation>
    </message>
    <message>
        <source>{place} ended the sign-in ({status}). Trying again signs in anew.</source>
        <translation>{place} a mis fin à la session ({status}). Réessayer en ouvre une nouvelle.</translation>
    </message>
    <message>
        <source>{place} ended the sign-in. Trying again signs in anew.</source>
        <translation>{place} a mis fin à la session. Réessayer en ouvre une nouvelle.</translation>
    </message>
    <message>
        <source>{place} has this product in its archive: it must be ordered first</source>
        <translation>{place} a ce produit dans ses archives : il faut d’abord le commander</translation>
    </message>
    <message>
        <source>{place} needs an account to download. Searching works without.</source>
        <translation>{place} nécessite un compte pour le téléchargement. La recherche fonctionne sans.</translation>
    </message>
    <message>
        <source>{place} needs an account to load its data. Searching works without.</source>
        <translation>{place} nécessite un compte pour charger ses données. La recherche fonctionne sans.</translation>
    </message>
    <message>
        <source>{place} needs an account to search.</source>
        <translation>{place} nécessite un compte pour la recherche.</translation>
    </message>
    <message>
        <source>{place} needs an account to search. The other results are complete without it.</source>
        <translation>{place} nécessite un compte pour la recherche. Les autres résultats sont complets sans lui.</translation>
    </message>
    <message>
        <source>{place} refused the account ({status}). Check its name and password, then try again.</source>
        <translation>{place} a refusé le compte ({status}). Vérifier le nom d’utilisateur et le mot de passe, puis réessayer.</translation>
    </message>
    <message>
        <source>{place} refused the name or the password. If it wants the code of an authenticator app, tick that too.</source>
        <translation>{place} a refusé le nom d’utilisateur ou le mot de passe. S’il demande le code d’une application d’authentification, cocher aussi cette case.</translation>
    </message>
    <message>
        <source>{place} refused the password or the code. Type the next code of your app, or check the account.</source>
        <translation>{place} a refusé le mot de passe ou le code. Saisir le code suivant de l’application, ou vérifier le compte.</translation>
    </message>
    <message>
        <source>{place} refused this account. Check it, then test it again.</source>
        <translation>{place} a refusé ce compte. Le vérifier, puis le tester à nouveau.</translation>
    </message>
    <message>
        <source>{place} took the key in {time}.</source>
        <translation>{place} a accepté la clé en {time}.</translation>
    </message>
    <message>
        <source>{place} took this product out of its catalogue on {date}: {cause}. Search again for a newer one.</source>
        <translation>{place} a retiré ce produit de son catalogue le {date} : {cause}. Relancer la recherche pour en trouver un plus récent.</translation>
    </message>
    <message>
        <source>{place} took this product out of its catalogue. Search again for a newer one.</source>
        <translation>{place} a retiré ce produit de son catalogue. Relancer la recherche pour en trouver un plus récent.</translation>
    </message>
    <message>
        <source>{place} took this product out of its catalogue: {cause}. Search again for a newer one.</source>
        <translation>{place} a retiré ce produit de son catalogue : {cause}. Relancer la recherche pour en trouver un plus récent.</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>{working} of {all} work</source>
        <translation>{working} sur {all} en service</translation>
    </message>
    <message>
        <source>Elevation of the surface with buildings and trees, 10 m, 39 states of Europe, 2010–2015, by eligibility</source>
        <translation>Altitude de la surface, bâtiments et arbres compris, 10 m, 39 États d’Europe, 2010–2015, sur éligibilité</translation>
    </message>
    <message>
        <source>Leaf area index</source>
        <translation>Indice de surface foliaire</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Surface soil moisture</source>
        <translation>Humidité de surface du sol</translation>
    </message>
    <message>
        <source>Vegetation cover</source>
        <translation>Couvert végétal</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>cette session</translation>
    </message>
    <message>
        <source>{names} could not answer</source>
        <translation>Sans résultat : {names}</translation>
    </message>
    <message>
        <source>for instance 123 456</source>
        <translation>p. ex. 123 456</translation>
    </message>
    <message>
        <source>Blue (band 2)</source>
        <translation>Bleu (bande 2)</translation>
    </message>
    <message>
        <source>Cloud probability</source>
        <translation>Probabilité de nuages</translation>
    </message>
    <message>
        <source>Coastal aerosol (band 1)</source>
        <translation>Aérosols côtiers (bande 1)</translation>
    </message>
    <message>
        <source>Green (band 3)</source>
        <translation>Vert (bande 3)</translation>
    </message>
    <message>
        <source>NIR 1 (band 8)</source>
        <translation>PIR 1 (bande 8)</translation>
    </message>
    <message>
        <source>NIR 2 (band 8A)</source>
        <translation>PIR 2 (bande 8A)</translation>
    </message>
    <message>
        <source>NIR 3 (band 9)</source>
        <translation>PIR 3 (bande 9)</translation>
    </message>
    <message>
        <source>Red (band 4)</source>
        <translation>Rouge (bande 4)</translation>
    </message>
    <message>
        <source>Red edge 1 (band 5)</source>
        <translation>Red edge 1 (bande 5)</translation>
    </message>
    <message>
        <source>Red edge 2 (band 6)</source>
        <translation>Red edge 2 (bande 6)</translation>
    </message>
    <message>
        <source>Red edge 3 (band 7)</source>
        <translation>Red edge 3 (bande 7)</translation>
    </message>
    <message>
        <source>SWIR 1 (band 11)</source>
        <translation>SWIR 1 (bande 11)</translation>
    </message>
    <message>
        <source>SWIR 2 (band 12)</source>
        <translation>SWIR 2 (bande 12)</translation>
    </message>
    <message>
        <source>Snow probability</source>
        <translation>Probabilité de neige</translation>
    </message>
    <message>
        <source>True colour image</source>
        <translation>Image en couleurs naturelles</translation>
    </message>
    <message>
        <source>Water vapour</source>
        <translation>Vapeur d’eau</translation>
    </message>
    <message>
        <source>{title}, {metres} m</source>
        <translation>{title}, {metres} m</translation>
    </message>
    <message>
        <source>No more fits on the disk with the download folder; {needed} are missing. Make room, then try again.</source>
        <translation>Il n’y a plus assez de place sur le disque du dossier de téléchargement ; il manque {needed}. Libérer de l’espace, puis réessayer.</translation>
    </message>
    <message>
        <source>The disk with the download folder is full. Make room, then try again.</source>
        <translation>Le disque du dossier de téléchargement est plein. Libérer de l’espace, puis réessayer.</translation>
    </message>
    <message>
        <source>The server refused the question. Change the filters or the area, then search again.</source>
        <translation>Le serveur a refusé la requête. Modifier les filtres ou la zone, puis relancer la recherche.</translation>
    </message>
    <message>
        <source>The server refused the request. Try again later; the log says more.</source>
        <translation>Le serveur a refusé la requête. Réessayer plus tard ; le journal en dit plus.</translation>
    </message>
    <message>
        <source>This product is in the archive of {place}. Order it there, then try again.</source>
        <translation>Ce produit est dans les archives de {place}. L’y commander, puis réessayer.</translation>
    </message>
    <message>
        <source>This product is in the archive. Order it, then try again.</source>
        <translation>Ce produit est dans les archives. Le commander, puis réessayer.</translation>
    </message>
    <message>
        <source>{place} refused the question ({status}). Change the filters or the area, then search again.</source>
        <translation>{place} a refusé la requête ({status}). Modifier les filtres ou la zone, puis relancer la recherche.</translation>
    </message>
    <message>
        <source>{place} refused the question (“{detail}”). Change the filters or the area, then search again.</source>
        <translation>{place} a refusé la requête (« {detail} »). Modifier les filtres ou la zone, puis relancer la recherche.</translation>
    </message>
    <message>
        <source>{place} refused the question. Change the filters or the area, then search again.</source>
        <translation>{place} a refusé la requête. Modifier les filtres ou la zone, puis relancer la recherche.</translation>
    </message>
    <message>
        <source>{place} refused the request ({status}). Try again later; the log says more.</source>
        <translation>{place} a refusé la requête ({status}). Réessayer plus tard ; le journal en dit plus.</translation>
    </message>
    <message>
        <source>{place} refused the request (“{detail}”). Try again later; the log says more.</source>
        <translation>{place} a refusé la requête (« {detail} »). Réessayer plus tard ; le journal en dit plus.</translation>
    </message>
    <message>
        <source>{place} refused the request. Try again later; the log says more.</source>
        <translation>{place} a refusé la requête. Réessayer plus tard ; le journal en dit plus.</translation>
    </message>
    <message>
        <source>The account is right, but this product is given to some users only. Ask for access, then try again.</source>
        <translation>Le compte est valable, mais ce produit est à accès restreint. Demander l’accès, puis réessayer.</translation>
    </message>
    <message>
        <source>The account is right, but {place} gives this product to some users only. Ask for access, then try again.</source>
        <translation>Le compte est valable, mais {place} restreint l’accès à ce produit. Demander l’accès, puis réessayer.</translation>
    </message>
    <message>
        <source>{place} redirected to {elsewhere}, which must not see the account. Try again later, or ask its help desk.</source>
        <translation>{place} a redirigé vers {elsewhere}, qui ne doit pas voir le compte. Réessayer plus tard, ou contacter son assistance.</translation>
    </message>
    <message>
        <source>{place} refused name or password ({status}). Check them; if your account wants a code, tick that too.</source>
        <translation>{place} a refusé le nom d’utilisateur ou le mot de passe ({status}). Les vérifier ; si le compte demande un code, le cocher aussi.</translation>
    </message>
    <message>
        <source>API of the land monitoring service's portal</source>
        <translation>API du portail du service de surveillance des terres</translation>
    </message>
    <message>
        <source>APIs of the emergency management service</source>
        <translation>API du service de gestion des urgences</translation>
    </message>
    <message>
        <source>ArcGIS REST</source>
        <translation>ArcGIS REST</translation>
    </message>
    <message>
        <source>EUMETSAT Data Tailor</source>
        <translation>EUMETSAT Data Tailor</translation>
    </message>
    <message>
        <source>Google Earth Engine REST</source>
        <translation>REST de Google Earth Engine</translation>
    </message>
    <message>
        <source>Harmonised Data Access of WEkEO</source>
        <translation>Harmonised Data Access de WEkEO</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Aucune donnée</translation>
    </message>
    <message>
        <source>OData of the Copernicus Data Space Ecosystem and CREODIAS</source>
        <translation>OData du Copernicus Data Space Ecosystem et de CREODIAS</translation>
    </message>
    <message>
        <source>OGC API Processes</source>
        <translation>OGC API Processes</translation>
    </message>
    <message>
        <source>OWS Context</source>
        <translation>OWS Context</translation>
    </message>
    <message>
        <source>OpenSearch and OData of the former Copernicus hubs (DHuS)</source>
        <translation>OpenSearch et OData des anciens portails Copernicus (DHuS)</translation>
    </message>
    <message>
        <source>OpenSearch of the EUMETSAT Data Store</source>
        <translation>OpenSearch du Data Store d’EUMETSAT</translation>
    </message>
    <message>
        <source>OpenSearch with its Earth observation extensions</source>
        <translation>OpenSearch avec ses extensions d’observation de la Terre</translation>
    </message>
    <message>
        <source>Process API of Sentinel Hub</source>
        <translation>Process API de Sentinel Hub</translation>
    </message>
    <message>
        <source>S3</source>
        <translation>S3</translation>
    </message>
    <message>
        <source>STAC API</source>
        <translation>API STAC</translation>
    </message>
    <message>
        <source>WCS</source>
        <translation>WCS</translation>
    </message>
    <message>
        <source>WFS</source>
        <translation>WFS</translation>
    </message>
    <message>
        <source>WMS</source>
        <translation>WMS</translation>
    </message>
    <message>
        <source>WMTS</source>
        <translation>WMTS</translation>
    </message>
    <message>
        <source>XYZ tiles</source>
        <translation>tuiles XYZ</translation>
    </message>
    <message>
        <source>data stores of ECMWF</source>
        <translation>data stores de l’ECMWF</translation>
    </message>
    <message>
        <source>lists of files of the Global Land service</source>
        <translation>listes de fichiers du service Global Land</translation>
    </message>
    <message>
        <source>openEO</source>
        <translation>openEO</translation>
    </message>
    <message>
        <source>reception folder of EUMETCast</source>
        <translation>dossier de réception d’EUMETCast</translation>
    </message>
    <message>
        <source>resto</source>
        <translation>resto</translation>
    </message>
    <message>
        <source>static STAC catalogue</source>
        <translation>catalogue STAC statique</translation>
    </message>
    <message>
        <source>Nothing of this product can be shown from the web. Download it to use it.</source>
        <translation>Rien de ce produit ne peut s’afficher depuis le web. Téléchargez-le pour l’utiliser.</translation>
    </message>
    <message>
        <source>Nothing of this product can be shown on the map as it is.</source>
        <translation>Rien de ce produit ne peut s’afficher tel quel sur la carte.</translation>
    </message>
    <message>
        <source>ESA</source>
        <translation>ESA</translation>
    </message>
    <message>
        <source>ESA and the European Commission, with T-Systems and CloudFerro</source>
        <translation>ESA et Commission européenne, avec T-Systems et CloudFerro</translation>
    </message>
    <message>
        <source>ESA, with the owners of the missions</source>
        <translation>ESA, avec les propriétaires des missions</translation>
    </message>
    <message>
        <source>Element 84, with the Registry of Open Data on AWS</source>
        <translation>Element 84, avec le Registry of Open Data on AWS</translation>
    </message>
    <message>
        <source>Microsoft</source>
        <translation>Microsoft</translation>
    </message>
    <message>
        <source>{place} gives this product to certain users only</source>
        <translation>{place} ne donne ce produit qu’à certains utilisateurs</translation>
    </message>
    <message>
        <source>{number} kilobytes</source>
        <translation>{number} kilooctets</translation>
    </message>
</context>
</TS>
